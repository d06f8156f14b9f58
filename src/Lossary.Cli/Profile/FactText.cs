using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>Facts as people read them.</summary>
internal static class FactText
{
    /// <summary>The number with its unit.</summary>
    public static string Value(Fact fact) => fact.Card.Unit switch
    {
        FactUnit.Count => Quantity.Count((long)fact.Value),
        FactUnit.Share => Quantity.Percent(fact.Value),
        FactUnit.PValue => Quantity.PValue(fact.Value),
        FactUnit.Flag => fact.Value != 0 ? "yes" : "no",
        FactUnit.Target => Quantity.Format(fact.Value),
        _ => Quantity.Significant(fact.Value),
    };

    /// <summary>The number, and its 95 % interval where it has one.</summary>
    public static string WithInterval(Fact fact)
    {
        if (fact.Low is not double low || fact.High is not double high)
        {
            return Value(fact);
        }

        return fact.Card.Unit == FactUnit.Share
            ? $"{Value(fact)} ({Bare(Quantity.Percent(low))}–{Quantity.Percent(high)})"
            : $"{Value(fact)} ({Quantity.Interval(low, high)})";
    }

    private static string Bare(string percent) => percent.Replace(" %", "", StringComparison.Ordinal);
}
