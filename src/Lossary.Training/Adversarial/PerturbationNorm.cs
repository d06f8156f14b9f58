namespace Lossary.Training;

/// <summary>How the change of a sample is measured.</summary>
public enum PerturbationNorm
{
    /// <summary>By the largest change of a number; steps go by the signs of the slopes.</summary>
    Maximum,

    /// <summary>By the root of the sum of squares; steps go along the slope.</summary>
    Euclidean,
}
