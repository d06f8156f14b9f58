namespace Lossary.Losses;

/// <summary>What losses of a Dirichlet distribution over classes have in common.</summary>
internal static class EvidenceCards
{
    /// <summary>The weight of the divergence from knowing nothing, once the target's evidence is left out.</summary>
    public static readonly ParameterCard Strength = new(
        "strength", @"\lambda", 1, Domain.NonNegative, "what evidence for wrong classes costs");
}
