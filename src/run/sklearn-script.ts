/** Fits scikit-learn's classifiers: one JSON question a line, one JSON answer a line. */
export const SKLEARN_SCRIPT = `
import json, os, sys, warnings
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
import numpy, sklearn
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier, export_text

warnings.filterwarnings("ignore")

def mlp(seed, **options):
    return make_pipeline(StandardScaler(), MLPClassifier(random_state=seed, **options))

# The models of each peer's grid; the first one is taken where there are few samples.
GRIDS = {
    "tree": lambda seed: [DecisionTreeClassifier(min_samples_leaf=k, random_state=seed) for k in (1, 2, 4)],
    "forest": lambda seed: [RandomForestClassifier(50, max_features=share, random_state=seed) for share in ("sqrt", 0.5)],
    "MLP": lambda seed: [
        mlp(seed, hidden_layer_sizes=(100,), solver="lbfgs", max_iter=500),
        mlp(seed, hidden_layer_sizes=(100,), solver="lbfgs", max_iter=500, alpha=0.1),
        mlp(seed, hidden_layer_sizes=(100,), max_iter=400),
    ],
    "1-NN": lambda seed: [KNeighborsClassifier(n_neighbors=1)],
    "logistic": lambda seed: [make_pipeline(StandardScaler(), LogisticRegression(C=c, max_iter=1000)) for c in (1, 0.1, 10)],
}
FEW = 12
# One model for each output; the others take all outputs at once.
ONE_BY_ONE = {"tree", "logistic"}

class Constant:
    def fit(self, x, y):
        self.value = y[0]
        return self
    def predict(self, x):
        return numpy.full(len(x), self.value)

def fitted(models, x, y):
    if y.ndim == 1 and (y == y[0]).all():
        return Constant().fit(x, y)
    if len(models) == 1 or len(x) < FEW:
        return models[0].fit(x, y)
    folds = list(KFold(3).split(x))
    def score(model):
        right = 0
        for train, test in folds:
            part = y[train]
            chosen = Constant() if part.ndim == 1 and (part == part[0]).all() else sklearn.clone(model)
            right += (chosen.fit(x[train], part).predict(x[test]) == y[test]).sum()
        return right
    scores = [score(model) for model in models]
    return models[scores.index(max(scores))].fit(x, y)

def learn(name, x, y, seed):
    if y.shape[1] == 1 or name in ONE_BY_ONE:
        columns = [fitted(GRIDS[name](seed), x, y[:, k]) for k in range(y.shape[1])]
        return lambda given: numpy.stack([model.predict(given) for model in columns], axis=1)
    model = fitted(GRIDS[name](seed), x, y)
    return lambda given: model.predict(given).reshape(len(given), -1)

def score(predict, test):
    given = numpy.array(test["x"], dtype=float)
    steps = []
    for _ in range(test.get("steps", 1)):
        given = predict(given)
        steps.append(given)
    right = numpy.concatenate(steps) == numpy.array(test["y"])
    return {"cells": float(right.mean()), "samples": float(right.all(axis=1).mean())}

def scores(x, y, question):
    answers = {}
    for name in GRIDS:
        predict = learn(name, x, y, question["seed"])
        answers[name] = [score(predict, test) for test in question["tests"]]
    return answers

# How many lines a tree takes that is right for all cases; nothing of it is cut.
def tree_lines(x, y, question):
    tree = DecisionTreeClassifier(random_state=question["seed"]).fit(x, y)
    return len(export_text(tree, max_depth=tree.get_depth() + 1).splitlines())

ANSWERS = {"scores": scores, "tree lines": tree_lines}

def answer(question):
    x = numpy.array(question["x"], dtype=float)
    y = numpy.array(question["y"], dtype=int)
    return ANSWERS[question["kind"]](x, y, question)

print(sklearn.__version__, flush=True)
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
`;
