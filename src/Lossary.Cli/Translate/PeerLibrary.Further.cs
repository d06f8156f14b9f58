namespace Lossary.Cli;

/// <content>Libraries of one field each; what is not said here, notes on their calls say.</content>
internal sealed partial record PeerLibrary
{
    private const string Elements = "mean over all elements";
    private const string Batch = "mean over the batch";
    private const string Rows = "mean over the rows";
    private const string None = "none: a value for each element";
    private const string Sum = "sum: fitted by maximum likelihood";

    private static readonly PeerLibrary[] s_further =
    [
        new("torchvision", "torchvision", "torchvision", None, "input, target"),
        new("torchmetrics", "TorchMetrics", "torchmetrics", "over all batches since the last reset", "preds, target"),
        new("scipy", "SciPy", "scipy", None, "parameters, then arrays"),
        new("timm", "timm", "timm", Rows, "x, target"),
        new("kornia", "kornia", "kornia", "none, of most: a value for each element", "input, target"),
        new("monai", "MONAI", "monai", "mean over images and classes", "input, target"),
        new("segmentation-models-pytorch", "segmentation_models.pytorch", "segmentation_models_pytorch",
            "mean over the classes, or over the pixels", "y_pred, y_true") { Roots = ["smp"] },
        new("mmdet", "MMDetection", "mmdet", Batch, "pred, target"),
        new("pytorch-metric-learning", "pytorch-metric-learning", "pytorch_metric_learning",
            "mean over samples, or over the pairs and triplets that cost something", "embeddings, labels"),
        new("sentence-transformers", "Sentence Transformers", "sentence_transformers", Batch, "sentences, labels"),
        new("lightly", "lightly", "lightly", Batch, "both views"),
        new("open-clip", "OpenCLIP", "open_clip", Batch, "image, text, scale"),
        new("liger-kernel", "Liger Kernel", "liger_kernel", "mean over the rows that count", "input, target"),
        new("entmax", "entmax", "entmax", "mean over the rows that count", "X, target"),
        new("trl", "TRL", "trl", Batch, "log-probabilities, which it computes"),
        new("torchdistill", "torchdistill", "torchdistill", Batch, "student, teacher, targets"),
        new("tensorflow-ranking", "TensorFlow Ranking", "tensorflow_ranking", "mean over the lists", "y_true, y_pred")
        {
            Roots = ["tfr"],
        },
        new("allrank", "allRank", "allrank", "mean over the lists", "y_pred, y_true"),
        new("pycox", "pycox", "pycox", Rows, "predictions, durations, events"),
        new("torchsurv", "TorchSurv", "torchsurv", "mean over the events", "log hazards, event, time"),
        new("sksurv", "scikit-survival", "sksurv", Sum, "event and time, features"),
        new("lifelines", "lifelines", "lifelines", Sum, "a table with time and event"),
        new("coral-pytorch", "coral-pytorch", "coral_pytorch", Rows, "logits, levels"),
        new("mord", "mord", "mord", "sum over the samples", "features, levels"),
        new("statsmodels", "statsmodels", "statsmodels", Sum, "endog, exog"),
        new("neuralforecast", "NeuralForecast", "neuralforecast", Elements, "y, y_hat"),
        new("darts", "Darts", "darts", Elements, "parameters, target"),
        new("gluonts", "GluonTS", "gluonts", Elements, "parameters, target"),
        new("scoringrules", "scoringrules", "scoringrules", None, "observations, forecast"),
        new("properscoring", "properscoring", "properscoring", None, "observations, forecasts"),
        new("torchgan", "TorchGAN", "torchgan", Batch, "scores of real samples, of made ones"),
        new("auraloss", "auraloss", "auraloss", Batch, "input, target"),
        new("stable-baselines3", "Stable-Baselines3", "stable_baselines3", Batch, "what it has rolled out"),
        new("sb3-contrib", "SB3 Contrib", "sb3_contrib", Batch, "what it has rolled out"),
        new("avalanche", "Avalanche", "avalanche", "sum over the parameters", "parameters, which it keeps"),
    ];
}
