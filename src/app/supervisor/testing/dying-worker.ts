// A worker that can do nothing but die.
process.exit(1);
