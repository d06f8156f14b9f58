namespace Lossary.Losses;

/// <summary>How a weight goes from one value to another.</summary>
public enum WeightCourse
{
    /// <summary>Evenly.</summary>
    Linear,

    /// <summary>½ (1 − cos πt): slowly at both ends.</summary>
    Cosine,

    /// <summary>All at once, at the last step.</summary>
    Step,

    /// <summary>e^(−5 (1 − t)²), the ramp of temporal ensembling: from 0.007 of the way.</summary>
    Sigmoid,
}
