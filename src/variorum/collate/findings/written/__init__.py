"""How findings are written down: places, readings, topics, reasons, and where else their values stand."""
