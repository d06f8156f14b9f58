using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>The verified claims of a loss in words.</summary>
internal static class PropertyNames
{
    /// <summary>The claims that hold, strongest first where one implies the other.</summary>
    public static IReadOnlyList<string> Of(LossTraits traits) => [.. All(traits)];

    /// <summary>The same for a table: short, and without what another of them implies.</summary>
    public static IEnumerable<string> Short(IReadOnlyList<string> properties) => properties
        .Where(property => property switch
        {
            "convex" => !properties.Contains("strictly convex") && !properties.Contains("strongly convex"),
            "robust" => !properties.Contains("redescending"),
            _ => true,
        })
        .Select(property => property switch
        {
            "once differentiable" => "differentiable",
            "twice differentiable" => "twice diff.",
            _ => property.Replace("elicits the ", "", StringComparison.Ordinal),
        });

    private static IEnumerable<string> All(LossTraits traits)
    {
        if (traits.IsConvex)
        {
            yield return "convex";
        }

        if (traits.StrongConvexity > 0)
        {
            yield return "strongly convex";
        }
        else if (traits.IsStrictlyConvex)
        {
            yield return "strictly convex";
        }

        yield return traits.Smoothness switch
        {
            0 => "kinked",
            1 => "once differentiable",
            2 => "twice differentiable",
            _ => "smooth",
        };
        if (double.IsFinite(traits.LipschitzConstant))
        {
            yield return "robust";
        }

        if (traits.IsRedescending)
        {
            yield return "redescending";
        }

        if (traits.IsBounded)
        {
            yield return "bounded";
        }

        if (traits.IsProper)
        {
            yield return "proper";
        }

        if (traits.IsCalibrated)
        {
            yield return "calibrated";
        }

        if (traits.IsNoiseSymmetric)
        {
            yield return "noise-symmetric";
        }

        if (traits.IsCoupled)
        {
            yield return "coupled";
        }

        if (traits.SecondOrder != SecondOrder.Exact)
        {
            yield return traits.SecondOrder == SecondOrder.Held ? "second order in part" : "no second order";
        }

        string? elicited = traits.Functional switch
        {
            Functional.Mean => "mean",
            Functional.Median => "median",
            Functional.Quantile => "quantile",
            Functional.Expectile => "expectile",
            Functional.GeometricMean => "geometric mean",
            _ => null,
        };
        if (elicited is not null)
        {
            yield return $"elicits the {elicited}";
        }
    }
}
