using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>What ranking losses read, and how they become a term for each query.</summary>
internal static class RankingInputs
{
    /// <summary>The column of the scores.</summary>
    public const int Scores = 0;

    /// <summary>The column of the relevances.</summary>
    public const int Relevances = 1;

    /// <summary>How steeply a pair's cost rises with the difference of its scores.</summary>
    public static readonly ParameterCard Steepness = new(
        "sigma", @"\sigma", 1, Domain.Positive, "how steep the logistic curve is, per unit of score")
    {
        UnitPower = -1,
    };

    /// <summary>How soft a comparison of two scores is.</summary>
    public static readonly ParameterCard Temperature = new(
        "temperature", @"\tau", 0.1, Domain.Positive, "how soft a comparison of two scores is, in units of score")
    {
        UnitPower = 1,
    };

    /// <summary>Scores, relevances and queries.</summary>
    public static IReadOnlyList<InputCard> Cards { get; } =
    [
        new("score", "s", InputKind.Real, "n", "the predicted score of each item") { IsDifferentiable = true },
        new("relevance", "y", InputKind.NonNegative, "n", "how relevant each item is; 0 is not at all"),
        new("query", "q", InputKind.GroupNumber, "n", "the query that each item belongs to; all to one if left out")
        {
            IsOptional = true,
        },
    ];

    /// <summary>A term for each query.</summary>
    public static LossTerms<T> Terms<T, TFormula>(Tape<T> tape, LossInputs<T> inputs, TFormula formula)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFormula : struct, IGroupFormula
    {
        Tensor<T> scores = inputs["score"];
        int[] starts = GroupRuns.Of(tape, inputs, "query", scores.Shape.Length);
        return GroupOperation.Compute(tape, formula, starts, scores, inputs["relevance"]);
    }

    /// <summary>Whether a list has two items at least, and one of them relevant.</summary>
    public static bool SaysSomething(GroupRows rows)
    {
        bool hasRelevant = false;
        foreach (double relevance in rows[Relevances])
        {
            hasRelevant |= relevance > 0;
        }

        return hasRelevant && rows.Count > 1;
    }
}
