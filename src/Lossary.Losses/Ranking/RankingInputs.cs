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

    /// <summary>A term for each query, the mean over the columns of noise.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="inputs">What was given, noise <c>[n, m]</c> among it.</param>
    /// <param name="ofColumn">The terms of one column, from where queries start and the column's number.</param>
    /// <exception cref="ArgumentException">There is no column.</exception>
    public static LossTerms<T> MeanOverDraws<T>(
        Tape<T> tape, LossInputs<T> inputs, Func<int[], int, LossTerms<T>> ofColumn)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape noise = inputs["noise"].Shape;
        if (noise[1] == 0)
        {
            throw new ArgumentException(
                $"noise has the shape {noise}; a column for each order is expected.", nameof(inputs));
        }

        int[] starts = GroupRuns.Of(tape, inputs, "query", noise[0]);
        LossTerms<T> terms = ofColumn(starts, 0);
        Tensor<T> total = terms.Values;
        for (int column = 1; column < noise[1]; column++)
        {
            total = tape.Add(total, ofColumn(starts, column).Values);
        }

        return new(tape.Scale(total, 1.0 / noise[1]), terms.Weights);
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
