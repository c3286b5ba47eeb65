"""Fits scikit-learn's classifiers: one JSON request a line, one JSON answer a line."""

import json
import sys
import warnings

import numpy
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

warnings.filterwarnings("ignore")

PEERS = {
    "tree": lambda seed: DecisionTreeClassifier(random_state=seed),
    "forest": lambda seed: RandomForestClassifier(random_state=seed),
    "MLP": lambda seed: make_pipeline(
        StandardScaler(), MLPClassifier(max_iter=1000, random_state=seed)
    ),
    "logistic": lambda seed: make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)),
}


def matrix(path, width):
    return numpy.fromfile(path, dtype=numpy.float64).reshape(-1, width)


# One for each output; the others take all at once, which are 0 or 1 where they are many.
ONE_BY_ONE = {"tree", "logistic"}


def share_right(name, x, y, tested, answers, seed):
    """Share of the tested answers that are right, output by output."""
    right = numpy.zeros(answers.shape, dtype=bool)
    together = name not in ONE_BY_ONE and y.shape[1] > 1
    groups = [slice(0, y.shape[1])] if together else [slice(k, k + 1) for k in range(y.shape[1])]
    for group in groups:
        part = y[:, group] if together else y[:, group.start]
        if len(numpy.unique(part)) == 1:
            said = numpy.full((len(tested), group.stop - group.start), part.flat[0])
        else:
            model = PEERS[name](seed).fit(x, part)
            said = model.predict(tested).reshape(len(tested), -1)
        right[:, group] = said == answers[:, group]
    return float(right.mean())


def answer(request):
    folder, width, outputs = request["folder"], request["width"], request["outputs"]
    x = matrix(f"{folder}/x", width)
    y = matrix(f"{folder}/y", outputs).astype(int)
    tested = matrix(f"{folder}/tested", width)
    answers = matrix(f"{folder}/answers", outputs).astype(int)
    return {name: share_right(name, x, y, tested, answers, request["seed"]) for name in PEERS}


print("ready", flush=True)
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
