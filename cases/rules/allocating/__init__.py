"""Who holds which family, for a whole service at once: the fewest changes of worker first, then the fairest shares.

The unit is a family group: children who share a lead stay together. What counts, in strict order, smaller is better:

1. **Hard rules**: every group has a worker who is here, qualified, of its locality, and not in conflict with it.
2. **Caps**: points above a worker's hard cap and children above their head-count cap.
3. **Changes**: children × (10 + months together, at most 36), three times that in proceedings; nothing for a group
   that waits or whose worker leaves.
4. **The peak**: the highest load of any worker, in permille of their capacity.
5. **Unfairness**: the sum of load² × round(100,000 ÷ capacity).
6. **Travel**, in minutes.

`instance` reads and checks a problem, `score` judges an answer, `shedding` says which changes nobody can avoid and
proves it, `pouring` shares out points without keeping groups whole (a flow; its cost is a bound), `placing` gives whole
groups to workers, `exact` does small parts again with a solver, `solve` puts them together. No database, no clock of
the service: days are in the facts already.
"""
