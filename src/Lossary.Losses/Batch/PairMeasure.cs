namespace Lossary.Losses;

/// <summary>How two embeddings of a batch are compared.</summary>
public enum PairMeasure
{
    /// <summary>The cosine of the angle between them; 0, with a gradient of 0, where one of them is 0.</summary>
    Cosine,

    /// <summary>Their product, Σ xy.</summary>
    Dot,

    /// <summary>√Σ(x − y)², with a gradient of 0 where they are equal.</summary>
    Euclidean,

    /// <summary>Σ(x − y)².</summary>
    SquaredEuclidean,
}
