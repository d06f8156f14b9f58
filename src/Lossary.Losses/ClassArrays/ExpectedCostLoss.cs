using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>What mistakes cost on average, by a table of what it costs to take one class for another.</summary>
/// <remarks>
/// <code>
/// L = Σₖ pₖ C[y, k]                  p = softmax(z)
/// ∂L/∂zⱼ = pⱼ (C[y, j] − L)
/// </code>
/// Its best prediction is sure of the cheapest class. With C = 1 off the diagonal and 0 on it, it is half the absolute
/// error of the probabilities. Reference: C. Elkan, "The Foundations of Cost-Sensitive Learning", IJCAI 2001, 973–978.
/// </remarks>
public readonly struct ExpectedCostLoss : IGraphLoss<ExpectedCostLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "expected-cost",
        Title = "expected cost",
        Use = "Several classes whose mistakes have known prices, after a start by cross entropy.",
        Avoid = "Probabilities are wanted, or prices change later: train cross entropy and choose the cheapest class "
            + "by it.",
        Reference = "C. Elkan, The Foundations of Cost-Sensitive Learning, IJCAI 2001, 973–978",
        Latex = @"\sum_k p_k C_{yk}, \quad p = \operatorname{softmax}(z)",
        Names = new() { Chinese = "期望代价损失" },
        Tasks = LossTask.MultiClass,
        Link = Link.Softmax,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        ClassCards.Scores,
        ClassCards.Targets,
        new(
            "cost", "C", InputKind.NonNegative, "k, k",
            "what it costs, in row i and column j, to take class i for class j"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RowOperation.OfClasses(tape, inputs, new Formula(ClassCards.Numbers(tape, inputs, "cost")));

    /// <summary>One row.</summary>
    private readonly struct Formula(double[] costs) : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            Span<double> p = row.Free(0);
            RowSoftmax.Probabilities(row.Scores, p);
            ReadOnlySpan<double> own = costs.AsSpan(row.Target * row.Classes, row.Classes);
            double value = Sums.Dot(p, own);
            for (int k = 0; k < row.Classes; k++)
            {
                gradient[k] = p[k] * (own[k] - value);
            }

            return value;
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T> =>
            rows.Sum(rows.Tape.Multiply(rows.Tape.Softmax(rows.Scores), rows.ByPair(costs)));
    }
}
