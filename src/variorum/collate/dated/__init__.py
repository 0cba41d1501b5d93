"""What happened and when: the clauses that reports date, brought together; days of reports without one."""
