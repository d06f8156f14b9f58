namespace Lossary.Losses;

/// <summary>What others call a loss; null where they do not have it.</summary>
public sealed record LossNames
{
    /// <summary>In torch.nn or torch.nn.functional.</summary>
    public string? PyTorch { get; init; }

    /// <summary>In keras.losses.</summary>
    public string? Keras { get; init; }

    /// <summary>In scikit-learn: an estimator's <c>loss</c> or a function of sklearn.metrics.</summary>
    public string? ScikitLearn { get; init; }

    /// <summary>An objective of XGBoost.</summary>
    public string? XgBoost { get; init; }

    /// <summary>An objective of LightGBM.</summary>
    public string? LightGbm { get; init; }

    /// <summary>The Chinese term.</summary>
    public string? Chinese { get; init; }
}
