"""Pairs of stretches of one point that cannot both be right, and how sure that is: trees and networks."""
