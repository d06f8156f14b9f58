"""What calls of other libraries give, written from their sources and documentation with PyTorch 1.13.1.

    python3 library_calls.py > library_calls.json

Each case has a call as a program writes it, the inputs under the names of this library, and the library's own number for
each term, or its mean where it gives one number; for boosters, the derivatives by the scores. No code of this library takes
part.
"""
import json
import math
import torch
import torch.nn.functional as F

torch.manual_seed(20261121)
torch.set_default_dtype(torch.float64)
cases = []


def case(call, inputs, value):
    def plain(x):
        return {"shape": list(x.shape), "data": [round(float(v), 15) for v in x.reshape(-1)]}

    value = value.reshape(-1) if value.dim() else value.reshape(1)
    cases.append({
        "call": call,
        "inputs": {name: plain(x.to(torch.float64)) for name, x in inputs.items()},
        "value": [float(v) for v in value],
    })


def pull(call, formula, positive=False, flags=None):
    """What a booster takes for the first derivative by each score."""
    z, t = draw(6), draw(6)
    if positive:
        t = t.abs() + 0.1
    if flags is not None:
        t = torch.tensor(flags)
    case(call, {"prediction": z, "target": t}, formula(z, t))
    cases[-1]["gradient"] = cases[-1].pop("value")


def draw(*shape):
    return torch.randn(*shape).mul(1000).round().div(1000)


def unit(x):
    return F.normalize(x, dim=-1)


def sample(call, formula, positive=False, flags=None):
    z, t = draw(6), draw(6)
    if positive:
        z, t = z.abs() + 0.1, t.abs() + 0.1
    if flags is not None:
        t = torch.tensor(flags)
    case(call, {"prediction": z, "target": t}, formula(z, t))


# Residuals: kornia's functions of input − target, robust_loss_pytorch's lossfun, SciPy's, neuralforecast's.
sample("kornia.losses.cauchy_loss()", lambda z, t: torch.log1p((z - t) ** 2 / 2))
sample("kornia.losses.geman_mcclure_loss()", lambda z, t: 2 * (z - t) ** 2 / ((z - t) ** 2 + 4))
sample("kornia.losses.welsch_loss()", lambda z, t: 1 - torch.exp(-((z - t) ** 2) / 2))
sample("kornia.losses.charbonnier_loss()", lambda z, t: torch.sqrt((z - t) ** 2 + 1) - 1)
sample("robust_loss_pytorch.general.lossfun(alpha=-2.0, scale=0.7)",
       lambda z, t: 2 * ((z - t) / 0.7) ** 2 / (((z - t) / 0.7) ** 2 + 4))
sample("robust_loss_pytorch.general.lossfun(alpha=1.0, scale=0.7)", lambda z, t: torch.sqrt(((z - t) / 0.7) ** 2 + 1) - 1)
sample("scipy.special.pseudo_huber(delta=0.5)", lambda z, t: 0.25 * (torch.sqrt(1 + ((z - t) / 0.5) ** 2) - 1))
sample("neuralforecast.losses.pytorch.HuberQLoss(q=0.3, delta=0.8)",
       lambda z, t: torch.where(t < z, 0.7, 0.3) * F.huber_loss(z, t, delta=0.8, reduction="none"))
sample("neuralforecast.losses.pytorch.SMAPE()", lambda z, t: 2 * (z - t).abs() / (z.abs() + t.abs()))
sample("segmentation_models_pytorch.losses._functional.wing_loss(width=1.5, curvature=0.5)", lambda z, t: torch.where(
    (z - t).abs() < 1.5, 1.5 * torch.log(1 + (z - t).abs() / 0.5), (z - t).abs() - (1.5 - 1.5 * math.log(1 + 1.5 / 0.5))))
sample("mmdet.models.losses.BalancedL1Loss(alpha=0.5, gamma=1.5, beta=1.0)", lambda z, t: torch.where(
    (z - t).abs() < 1,
    0.5 / (math.e ** 3 - 1) * ((math.e ** 3 - 1) * (z - t).abs() + 1) * torch.log((math.e ** 3 - 1) * (z - t).abs() + 1)
    - 0.5 * (z - t).abs(),
    1.5 * (z - t).abs() + 1.5 / (math.e ** 3 - 1) - 0.5))
sample("xgboost.XGBRegressor(objective='reg:expectileerror', expectile_alpha=0.8)",
       lambda z, t: torch.where(t < z, 0.2, 0.8) * (z - t) ** 2)
sample("sklearn.linear_model.RidgeClassifier(alpha=1.0)", lambda z, t: (z - t) ** 2, flags=[1.0, -1, 1, -1, 1, 1])

# Labels and logits.
LABELS = [1.0, 0, 1, 0, 1, 1]
sample("monai.losses.FocalLoss(gamma=1.5)", lambda z, t: (1 - torch.exp(
    -F.binary_cross_entropy_with_logits(z, t, reduction="none"))) ** 1.5
    * F.binary_cross_entropy_with_logits(z, t, reduction="none"), flags=LABELS)
sample("segmentation_models_pytorch.losses.FocalLoss(mode='binary', alpha=0.3, gamma=2.0)", lambda z, t: (0.3 * t + 0.7 * (1 - t))
       * (1 - torch.exp(-F.binary_cross_entropy_with_logits(z, t, reduction="none"))) ** 2
       * F.binary_cross_entropy_with_logits(z, t, reduction="none"), flags=LABELS)
sample("kornia.losses.binary_focal_loss_with_logits(alpha=0.25, gamma=2.0)", lambda z, t:
       -0.25 * torch.sigmoid(-z) ** 2 * t * F.logsigmoid(z) - 0.75 * torch.sigmoid(z) ** 2 * (1 - t) * F.logsigmoid(-z),
       flags=LABELS)
sample("mmdet.models.losses.VarifocalLoss(alpha=0.75, gamma=2.0)", lambda z, t:
       F.binary_cross_entropy_with_logits(z, t, reduction="none")
       * torch.where(t > 0, t, 0.75 * (torch.sigmoid(z) - t).abs() ** 2), flags=[0.8, 0, 0.3, 0, 1, 0.6])
sample("mmdet.models.losses.QualityFocalLoss(beta=2.0)", lambda z, t:
       F.binary_cross_entropy_with_logits(z, t, reduction="none") * (torch.sigmoid(z) - t).abs() ** 2,
       flags=[0.8, 0, 0.3, 0, 1, 0.6])

# Rows of scores. MONAI's focal loss sums to a row's; timm and SMP smooth as PyTorch; liger-kernel adds to the cross entropy.
scores, classes = draw(4, 3), torch.tensor([2, 0, 1, 1])
rows = {"scores": scores, "target": classes}
row = {"score": scores, "target": classes}
logp = scores.log_softmax(1)
case("timm.loss.LabelSmoothingCrossEntropy(smoothing=0.1)", rows,
     0.9 * F.nll_loss(logp, classes, reduction="none") - 0.1 * logp.mean(1))
case("segmentation_models_pytorch.losses.SoftCrossEntropyLoss(smooth_factor=0.2)", rows,
     0.8 * F.nll_loss(logp, classes, reduction="none") - 0.2 / 3 * logp.sum(1))
case("monai.losses.FocalLoss(gamma=2.0, use_softmax=True)", rows,
     -((1 - logp.exp()) ** 2 * logp * F.one_hot(classes, 3)).sum(1))
case("liger_kernel.transformers.LigerCrossEntropyLoss(lse_square_scale=0.01)", row,
     F.cross_entropy(scores, classes, reduction="none") + 0.01 * scores.logsumexp(1) ** 2)
case("liger_kernel.transformers.LigerCrossEntropyLoss(softcap=2.0)", row,
     F.cross_entropy(2 * torch.tanh(scores / 2), classes, reduction="none"))
case("trl.SFTConfig(loss_type='dft')", row, -(logp.exp() * logp).gather(1, classes[:, None])[:, 0])
case("sklearn.metrics.brier_score_loss(scale_by_half=False)", rows, ((logp.exp() - F.one_hot(classes, 3)) ** 2).sum(1))

# Overlap, [n, k, pixels]: optax, MONAI, segmentation_models_pytorch, Keras.
z = draw(2, 3, 5)
y = F.one_hot(torch.randint(0, 3, (2, 5)), 3).permute(0, 2, 1).to(torch.float64)
y[:, :, :3] = torch.eye(3)
soft, sig = z.softmax(1), z.sigmoid()


def sums(p, dims):
    return (p * y).sum(dims), p.sum(dims), y.sum(dims)


regions = {"prediction": z, "target": y}
i, p, g = sums(soft, 2)
case("optax.losses.dice_loss(smooth=0.5, alpha=0.3, beta=0.7)", regions,
     1 - (i + 0.5) / (i + 0.3 * (p - i) + 0.7 * (g - i) + 0.5))
case("monai.losses.DiceLoss(softmax=True, smooth_nr=0.1, smooth_dr=0.1)", regions, 1 - (2 * i + 0.1) / (p + g + 0.1))
i, p, g = sums(sig, 2)
case("optax.losses.binary_dice_loss(smooth=0.5)", regions, 1 - (i + 0.5) / ((p + g) / 2 + 0.5))
case("monai.losses.DiceLoss(sigmoid=True, jaccard=True, smooth_nr=0.1, smooth_dr=0.1)", regions,
     1 - (2 * i + 0.1) / (2 * (p + g - i) + 0.1))
case("monai.losses.DiceLoss(sigmoid=True, squared_pred=True, smooth_nr=0.1, smooth_dr=0.1)", regions,
     1 - (2 * i + 0.1) / ((sig ** 2).sum(2) + (y ** 2).sum(2) + 0.1))
case("monai.losses.TverskyLoss(sigmoid=True, alpha=0.3, beta=0.7, smooth_nr=0.1, smooth_dr=0.1)", regions,
     1 - (i + 0.1) / (i + 0.3 * (p - i) + 0.7 * (g - i) + 0.1))
i, p, g = sums(soft, (0, 2))
case("segmentation_models_pytorch.losses.DiceLoss(mode='multiclass', smooth=0.0)", regions, (1 - 2 * i / (p + g)).mean())
case("segmentation_models_pytorch.losses.JaccardLoss(mode='multiclass', smooth=0.0)", regions, (1 - i / (p + g - i)).mean())
one = {"prediction": sig[:, :1], "target": y[:, :1]}
i, p, g = (sig[:, 0] * y[:, 0]).sum(), sig[:, 0].sum(), y[:, 0].sum()
case("keras.losses.Tversky(alpha=0.3, beta=0.7)", one, 1 - i / (i + 0.3 * (p - i) + 0.7 * (g - i)))
case("keras.losses.Dice()", one, 1 - 2 * i / (p + g))

# Embeddings: pytorch-metric-learning normalises, and measures the margin of ArcFace in degrees; lightly, sentence-transformers.
x, w, label = draw(6, 4), draw(3, 4), torch.tensor([0, 1, 2, 0, 1, 2])
cos = unit(x) @ unit(w).T
hit = F.one_hot(label, 3).bool()
banks = {"embeddings": x, "class-vectors": w, "target": label}
case("pytorch_metric_learning.losses.ArcFaceLoss(margin=10.0, scale=16)", banks, F.cross_entropy(
    16 * torch.where(hit, torch.cos(torch.acos(cos) + math.radians(10)), cos), label, reduction="none"))
case("pytorch_metric_learning.losses.CosFaceLoss(margin=0.2, scale=16)", banks,
     F.cross_entropy(16 * (cos - 0.2 * hit), label, reduction="none"))
case("pytorch_metric_learning.losses.ProxyNCALoss(softmax_scale=2.0)", banks,
     F.cross_entropy(-2 * (2 - 2 * cos), label, reduction="none"))
labelled = {"embeddings": x, "labels": label}
d2 = 2 - 2 * unit(x) @ unit(x).T
d2.fill_diagonal_(math.inf)
same = label[:, None] == label[None, :]
case("pytorch_metric_learning.losses.NCALoss(softmax_scale=1.5)", {"embeddings": unit(x), "labels": label},
     -torch.log(((-1.5 * d2).softmax(1) * same).sum(1)))
d = torch.cdist(x, x)
positive, negative = same & ~torch.eye(6, dtype=torch.bool), ~same
case("sentence_transformers.losses.BatchHardTripletLoss(margin=5.0)", labelled, torch.relu(
    d.masked_fill(~positive, -math.inf).max(1).values - d.masked_fill(~negative, math.inf).min(1).values + 5))
terms = torch.relu(d[:, :, None] - d[:, None, :] + 0.5)[positive[:, :, None] & negative[:, None, :]]
case("sentence_transformers.losses.BatchAllTripletLoss(margin=0.5)", labelled, terms.sum() / (terms > 1e-16).sum())
left, right = draw(5, 4), draw(5, 4)
case("sentence_transformers.losses.MultipleNegativesRankingLoss(scale=20.0)", {"query": left, "key": right},
     F.cross_entropy(20 * unit(left) @ unit(right).T, torch.arange(5), reduction="none"))
case("lightly.loss.NegativeCosineSimilarity()", {"prediction": left, "target": right}, -F.cosine_similarity(left, right))
case("lightly.loss.HypersphereLoss(t=2.0, lam=0.5, alpha=2.0)", {"first": left, "second": left}, 0.5 * torch.log(
    torch.exp(-2 * torch.pdist(unit(left)) ** 2).mean()))

# Signals: auraloss. torchmetrics gives the ratio itself.
made, clean = draw(3, 8), draw(3, 8)
signals = {"prediction": made, "target": clean}
m0, c0 = made - made.mean(1, keepdim=True), clean - clean.mean(1, keepdim=True)


def scaled(a, b):
    return (a * b).sum(1, keepdim=True) / ((b ** 2).sum(1, keepdim=True) + 1e-8) * b


def decibels(signal, error):
    return 10 * torch.log10((signal ** 2).sum(1) / ((error ** 2).sum(1) + 1e-8) + 1e-8)


case("auraloss.time.SISDRLoss(zero_mean=True, eps=1e-08)", signals, -decibels(scaled(m0, c0), m0 - scaled(m0, c0)))
case("auraloss.time.SDSDRLoss(zero_mean=True, eps=1e-08)", signals, -decibels(scaled(m0, c0), m0 - c0))
case("auraloss.time.SNRLoss(zero_mean=False, eps=1e-08)", signals, -decibels(clean, clean - made))
case("auraloss.time.ESRLoss(eps=1e-08)", signals, ((clean - made) ** 2).sum(1) / ((clean ** 2).sum(1) + 1e-8))

# Discriminators, values, answers: torchgan, stable-baselines3, TRL, torchdistill.
real, fake = draw(5), draw(5)
both = {"real": real, "fake": fake}
ones, zeros = torch.ones(5), torch.zeros(5)
bce = F.binary_cross_entropy_with_logits
case("torchgan.losses.MinimaxDiscriminatorLoss(label_smoothing=0.1)", both, bce(real, 0.9 * ones) + bce(fake, zeros))
case("torchgan.losses.MinimaxGeneratorLoss(nonsaturating=True)", {"fake": fake}, bce(fake, ones))
case("torchgan.losses.MinimaxGeneratorLoss(nonsaturating=False)", {"fake": fake}, -bce(fake, zeros))
case("torchgan.losses.LeastSquaresDiscriminatorLoss(a=-1.0, b=1.0)", both, ((real - 1) ** 2 + (fake + 1) ** 2).mean() / 2)
case("torchgan.losses.LeastSquaresGeneratorLoss(c=0.5)", {"fake": fake}, ((fake - 0.5) ** 2).mean() / 2)
case("torchgan.losses.WassersteinDiscriminatorLoss()", both, (fake - real).mean())
case("torchgan.losses.WassersteinGeneratorLoss()", {"fake": fake}, -fake.mean())
case("torchgan.losses.EnergyBasedDiscriminatorLoss(margin=2.0)", {"real": real.abs(), "fake": fake.abs()},
     (real.abs() + torch.relu(2 - fake.abs())).mean())
logits, target = draw(4, 3), torch.tensor([0, 2, 1, 1])
teacher = draw(4, 3)
soft_part = F.kl_div((logits / 2).log_softmax(1), (teacher / 2).softmax(1), reduction="batchmean")
case("torchdistill.losses.mid_level.KDLoss(temperature=2.0, alpha=0.3)",
     {"student": logits, "teacher": teacher, "target": target}, 0.3 * F.cross_entropy(logits, target) + 0.7 * 4 * soft_part)
t, s = teacher.softmax(1), logits.softmax(1)
mixed = 0.3 * t + 0.7 * s
case("trl.GKDConfig(beta=0.3)", {"student": logits, "teacher": teacher},
     0.3 * (t * (t / mixed).log()).sum(1) + 0.7 * (s * (s / mixed).log()).sum(1))
logp, advantage, value, returns, entropy = -draw(5).abs(), draw(5), draw(5), draw(5), draw(5).abs()
case("stable_baselines3.A2C(vf_coef=0.4, ent_coef=0.02)",
     {"log-probability": logp, "advantage": advantage, "value": value, "return": returns, "entropy": entropy},
     -advantage * logp + 0.4 * (returns - value) ** 2 - 0.02 * entropy)

# Rankings: TensorFlow Ranking's documentation gives 0.6 and 0.39906943 for these; allRank's lambdaLoss; coral-pytorch.
two = {"score": torch.tensor([0.6, 0.8]), "relevance": torch.tensor([1.0, 0]), "query": torch.tensor([0, 0])}
case("tensorflow_ranking.keras.losses.PairwiseHingeLoss()", two, torch.tensor(1.2))
case("tensorflow_ranking.keras.losses.PairwiseLogisticLoss(temperature=0.5)", two, F.softplus(torch.tensor(0.2 / 0.5)))
levels, cut = torch.tensor([[1.0, 1, 0], [0, 0, 0], [1, 1, 1]]), draw(3, 3)
case("coral_pytorch.losses.coral_loss()", {"logit": cut, "level": levels.sum(1)},
     -(F.logsigmoid(cut) * levels + (F.logsigmoid(cut) - cut) * (1 - levels)).sum(1))

# Penalties: Keras, scikit-learn, Avalanche (which does not halve), sentence-transformers.
theta, start, fisher = draw(6), draw(6), draw(6).abs()
case("keras.regularizers.L1(l1=0.3)", {"parameter": theta}, 0.3 * theta.abs().sum())
case("keras.regularizers.L2(l2=0.3)", {"parameter": theta}, 0.3 * (theta ** 2).sum())
case("sklearn.linear_model.ElasticNet(alpha=0.2, l1_ratio=0.7)", {"parameter": theta},
     0.2 * 0.7 * theta.abs().sum() + 0.5 * 0.2 * 0.3 * (theta ** 2).sum())
case("avalanche.training.EWC(ewc_lambda=0.4)", {"parameter": theta, "anchor": start, "importance": fisher},
     0.4 * (fisher * (theta - start) ** 2).sum())
active = draw(4, 3)
case("sentence_transformers.sparse_encoder.losses.FlopsLoss()", {"activation": active}, (active.abs().mean(0) ** 2).sum())
case("sklearn.decomposition.NMF(beta_loss=2.0)", {"prediction": fisher + 0.1, "target": start.abs() + 0.1},
     (fisher + 0.1 - start.abs() - 0.1) ** 2 / 2)
case("sklearn.metrics.r2_score()", {"prediction": theta, "target": start},
     1 - ((theta - start) ** 2).sum() / ((start - start.mean()) ** 2).sum())

# Images, channels last here: kornia and MONAI.
image = draw(2, 4, 5, 1)
case("kornia.losses.total_variation()", {"image": image},
     (image[:, 1:] - image[:, :-1]).abs().sum((1, 2, 3)) + (image[:, :, 1:] - image[:, :, :-1]).abs().sum((1, 2, 3)))
first, second = torch.rand(2, 4, 5, 1), torch.rand(2, 4, 5, 1)
case("kornia.losses.psnr_loss(max_val=1.0)", {"prediction": first[:1], "target": second[:1]},
     -10 * torch.log10(1 / F.mse_loss(first[:1], second[:1])))

# Boosters: the gradients of LightGBM's regression_objective.hpp, binary_objective.hpp, xentropy_objective.hpp and of XGBoost.
pull("lightgbm.LGBMRegressor(objective='regression')", lambda z, t: z - t)
pull("lightgbm.LGBMRegressor(objective='l2')", lambda z, t: z - t)
pull("lightgbm.LGBMRegressor(objective='regression_l1')", lambda z, t: torch.sign(z - t))
pull("lightgbm.LGBMRegressor(objective='huber', alpha=0.6)", lambda z, t: torch.where(
    (z - t).abs() <= 0.6, z - t, torch.sign(z - t) * 0.6))
pull("lightgbm.LGBMRegressor(objective='fair', fair_c=0.7)", lambda z, t: 0.7 * (z - t) / ((z - t).abs() + 0.7))
pull("lightgbm.LGBMRegressor(objective='quantile', alpha=0.8)", lambda z, t: torch.where(z - t >= 0, 0.2, -0.8))
pull("lightgbm.LGBMRegressor(objective='mape')", lambda z, t: torch.sign(z - t) / torch.clamp(t.abs(), min=1))
pull("lightgbm.LGBMRegressor(objective='poisson')", lambda z, t: torch.exp(z) - t, positive=True)
pull("lightgbm.LGBMRegressor(objective='gamma')", lambda z, t: 1 - t * torch.exp(-z), positive=True)
pull("lightgbm.LGBMRegressor(objective='tweedie', tweedie_variance_power=1.3)",
     lambda z, t: -t * torch.exp(-0.3 * z) + torch.exp(0.7 * z), positive=True)
pull("lightgbm.LGBMClassifier(objective='binary')",
     lambda z, t: -(2 * t - 1) / (1 + torch.exp((2 * t - 1) * z)), flags=LABELS)
pull("lightgbm.LGBMClassifier(objective='binary', scale_pos_weight=3.0)",
     lambda z, t: -(2 * t - 1) / (1 + torch.exp((2 * t - 1) * z)) * (1 + 2 * t), flags=LABELS)
pull("lightgbm.LGBMRegressor(objective='cross_entropy')", lambda z, t: 1 / (1 + torch.exp(-z)) - t, flags=[0.2, 0.9, 0, 1, 0.5, 0.4])
pull("xgboost.XGBRegressor(objective='reg:absoluteerror')", lambda z, t: torch.sign(z - t))
pull("xgboost.XGBRegressor(objective='reg:quantileerror', quantile_alpha=0.8)", lambda z, t: torch.where(z - t >= 0, 0.2, -0.8))
pull("xgboost.XGBRegressor(objective='reg:logistic')", lambda z, t: 1 / (1 + torch.exp(-z)) - t, flags=[0.2, 0.9, 0, 1, 0.5, 0.4])
pull("xgboost.XGBClassifier(objective='binary:logitraw')", lambda z, t: 1 / (1 + torch.exp(-z)) - t, flags=LABELS)
pull("sklearn.ensemble.HistGradientBoostingRegressor(loss='quantile', quantile=0.3)",
     lambda z, t: torch.where(z - t >= 0, 0.7, -0.3))

print("{\"source\": \"library_calls.py, PyTorch " + torch.__version__ + "\", \"cases\": [")
print(",\n".join(json.dumps(c) for c in cases))
print("]}")
