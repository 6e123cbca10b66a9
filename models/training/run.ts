import path from "node:path";
import { preparePython, programOf, run } from "./python";

// npm run train -- [arguments]: `python -m training` in the project's own environment, which is made here where it is missing.

const training = import.meta.dirname;
const models = path.dirname(training);
const environment = path.join(path.dirname(models), ".venv");

// One thread and a fixed hash seed: the same data gives the same files.
const fixed = {
  PYTHONHASHSEED: "0",
  PYTHONDONTWRITEBYTECODE: "1",
  OMP_NUM_THREADS: "1",
  OPENBLAS_NUM_THREADS: "1",
  MKL_NUM_THREADS: "1",
};

const given = process.argv.slice(2);
const module = given[0] === "test" ? ["-m", "pytest", "-q", path.join(training, "tests"), ...given.slice(1)] : ["-m", "training", ...given];
const pythonPath = [models, process.env.PYTHONPATH].filter(Boolean).join(path.delimiter);
process.exitCode =
  preparePython(environment, path.join(training, "requirements.txt")) ||
  run(programOf(environment, "python"), module, { ...fixed, PYTHONPATH: pythonPath });
