namespace Lossary.Audit;

/// <summary>Losses of which the grid holds points that no arithmetic of the format can answer, or that a convention answers otherwise.</summary>
internal static class Exemptions
{
    /// <summary>Why, by the loss's key.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["binary-cross-entropy-on-probabilities"] =
            "where the logarithm is clamped the value is constant, and the derivative is PyTorch's, which is not 0",
        ["binary-focal-on-probabilities"] =
            "where the logarithm is clamped the value is constant, and the derivative is PyTorch's, which is not 0",
        ["log-magnitude"] = "which of two logarithms is larger is below one rounding",
        ["log-target-kullback-leibler"] = "the exponential of a target of −745 has one binary digit",
        ["ppo-value-clip"] = "which of two branches is larger is below one rounding",
    };
}
