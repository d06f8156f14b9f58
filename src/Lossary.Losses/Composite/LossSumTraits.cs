namespace Lossary.Losses;

/// <summary>What can be claimed of a weighted sum from what its terms claim.</summary>
internal static class LossSumTraits
{
    /// <summary>The claims; weights are positive.</summary>
    public static LossTraits Of(IReadOnlyList<(double Weight, LossTraits Traits)> terms)
    {
        LossTraits[] all = [.. terms.Select(term => term.Traits)];
        bool isConvex = all.All(traits => traits.IsConvex), isOfOne = all.All(traits => IsSame(traits, all[0]));
        return new()
        {
            IsConvex = isConvex,
            IsStrictlyConvex = isConvex && all.Any(traits => traits.IsStrictlyConvex),
            StrongConvexity = isConvex ? terms.Sum(term => term.Weight * term.Traits.StrongConvexity) : 0,
            Smoothness = all.Min(traits => traits.Smoothness),
            LipschitzConstant = terms.Sum(term => term.Weight * term.Traits.LipschitzConstant),
            SmoothnessConstant = terms.Sum(term => term.Weight * term.Traits.SmoothnessConstant),
            SecondOrder = all.Min(traits => traits.SecondOrder),
            IsBounded = all.All(traits => traits.IsBounded),
            IsRedescending = all.All(traits => traits.IsRedescending),
            IsCoupled = all.Any(traits => traits.IsCoupled),
            IsSymmetric = all.All(traits => traits.IsSymmetric),
            IsProper = all.All(traits => traits.IsProper),
            IsCalibrated = isConvex && all.All(traits => traits.IsCalibrated),
            IsNoiseSymmetric = all.All(traits => traits.IsNoiseSymmetric),
            Functional = isOfOne ? all[0].Functional : Functional.Unnamed,
            Level = all[0].Level,
            Kinks = [.. all.SelectMany(traits => traits.Kinks).Distinct().Order()],
        };
    }

    private static bool IsSame(LossTraits left, LossTraits right) =>
        left.Functional == right.Functional && left.Level == right.Level;
}
