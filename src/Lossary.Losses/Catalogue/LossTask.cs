namespace Lossary.Losses;

/// <summary>What a loss can be trained for.</summary>
[Flags]
public enum LossTask
{
    /// <summary>Nothing that <c>compare</c> trains for by itself.</summary>
    None = 0,

    /// <summary>Real targets.</summary>
    Regression = 1,

    /// <summary>Targets 0, 1, 2 …</summary>
    Counts = 2,

    /// <summary>One of two classes.</summary>
    Binary = 4,

    /// <summary>One of several classes.</summary>
    MultiClass = 8,

    /// <summary>A distribution for each real target, not only a number.</summary>
    Probabilistic = 16,

    /// <summary>Several labels at once.</summary>
    MultiLabel = 32,

    /// <summary>One of several classes in an order.</summary>
    Ordinal = 64,

    /// <summary>A class for each pixel.</summary>
    Segmentation = 128,

    /// <summary>Boxes around objects.</summary>
    Detection = 256,

    /// <summary>Sequences of tokens, labels or sounds.</summary>
    Sequence = 512,

    /// <summary>Embeddings whose distances mean something.</summary>
    MetricLearning = 1024,

    /// <summary>Representations without labels.</summary>
    SelfSupervised = 2048,

    /// <summary>The order of a query's items.</summary>
    Ranking = 4096,

    /// <summary>Times to an event.</summary>
    Survival = 8192,

    /// <summary>New samples.</summary>
    Generation = 16384,

    /// <summary>A smaller model from a larger one.</summary>
    Distillation = 32768,

    /// <summary>Actions by their reward.</summary>
    Reinforcement = 65536,

    /// <summary>Answers by what people prefer.</summary>
    Preference = 131072,

    /// <summary>Several tasks at once.</summary>
    MultiTask = 262144,

    /// <summary>What is added to an objective to keep parameters or activations in bounds.</summary>
    Regularisation = 524288,

    /// <summary>Images from images: restoration, reconstruction.</summary>
    Reconstruction = 1048576,

    /// <summary>Groups without labels, and what does not belong to any.</summary>
    Clustering = 2097152,
}
