"""How the models in the package are learnt: scripts to run by hand, on the public sets in `../shared/bench`."""
