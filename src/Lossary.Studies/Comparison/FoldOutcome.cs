namespace Lossary.Studies;

/// <summary>One training of one objective, judged on one test fold.</summary>
public sealed record FoldOutcome
{
    /// <summary>Which repeat, from 0.</summary>
    public required int Repeat { get; init; }

    /// <summary>Which fold of it, from 0.</summary>
    public required int Fold { get; init; }

    /// <summary>The objective's name, with the values that tuning chose.</summary>
    public string Trained { get; init; } = "";

    /// <summary>
    /// Shape [metrics], in the result's order, on the test fold and the target's own scale; null where there is none.
    /// </summary>
    public required IReadOnlyList<double?> Scores { get; init; }

    /// <summary>
    /// What was predicted for the test rows, as <see cref="Lossary.Training.Predictions.Values"/>; empty if there is no
    /// model. Each row is tested once in a repeat.
    /// </summary>
    public IReadOnlyList<double> Responses { get; init; } = [];

    /// <summary>The learning rate that did best on the validation rows.</summary>
    public required double LearningRate { get; init; }

    /// <summary>
    /// Combinations of learning rate and loss parameter that were tried; 0 where there was no choice.
    /// </summary>
    public int Trials { get; init; }

    /// <summary>Epochs trained.</summary>
    public required int Epochs { get; init; }

    /// <summary>The epoch whose weights were kept, from 1.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>
    /// Validation score after each epoch, by the metric that stops the training; NaN where the predictions have none.
    /// </summary>
    public required IReadOnlyList<double> Curve { get; init; }

    /// <summary>Mean norm of the batches' gradients in each epoch, before clipping, [epochs].</summary>
    public IReadOnlyList<double> GradientNorms { get; init; } = [];

    /// <summary>The same for each layer's weights, first layer first, [epochs][layers].</summary>
    public IReadOnlyList<IReadOnlyList<double>> LayerGradientNorms { get; init; } = [];

    /// <summary>Seconds, tuning included.</summary>
    public required double Seconds { get; init; }

    /// <summary>Seconds that an epoch took, validation included, without tuning.</summary>
    public double SecondsPerEpoch { get; init; }

    /// <summary>Why there is no model; null if there is one.</summary>
    public string? Failure { get; init; }
}
