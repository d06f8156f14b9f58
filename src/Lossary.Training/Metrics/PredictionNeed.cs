namespace Lossary.Training;

/// <summary>What a metric asks of the predictions.</summary>
public enum PredictionNeed
{
    /// <summary>Numbers on the target's scale.</summary>
    Value,

    /// <summary>The predicted class: any scores give it.</summary>
    Class,

    /// <summary>An order of the samples: any scores give it.</summary>
    Score,

    /// <summary>Probabilities.</summary>
    Probability,

    /// <summary>Scores around 0, and not probabilities.</summary>
    Margin,

    /// <summary>Several quantiles of a number.</summary>
    Quantiles,

    /// <summary>An order of the samples of each query: any scores give it.</summary>
    Order,

    /// <summary>An order of times, of which some are only bounds: any scores give it.</summary>
    Times,

    /// <summary>The predicted class, and what it costs to take each class for each other.</summary>
    Costs,
}
