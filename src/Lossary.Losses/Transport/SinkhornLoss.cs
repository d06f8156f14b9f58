using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The cost of moving one cloud of equal weights onto another, smoothed by entropy.</summary>
/// <remarks>
/// <code>
/// f ← −ε ln Σⱼ e^((gⱼ − Cᵢⱼ)/ε)/m        g likewise        L = Σ Pᵢⱼ Cᵢⱼ
/// </code>
/// In logarithms throughout, so that a small ε does not underflow; the gradient is that of the iterations, of which
/// each keeps n m numbers. It is not 0 for equal clouds: that is the entropy's bias. Reference: M. Cuturi, Sinkhorn
/// Distances: Lightspeed Computation of Optimal Transport, 2013, arXiv:1306.0895.
/// </remarks>
/// <param name="epsilon">The smoothing, in units of the cost; positive.</param>
/// <param name="iterations">How many iterations; a whole number from 1.</param>
public readonly struct SinkhornLoss(double epsilon, double iterations) : IGraphLoss<SinkhornLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\epsilon", 0.1, Domain.Positive, "the smoothing, in units of the cost");

    private static readonly ParameterCard IterationsCard = new(
        "iterations", @"T", 50, new Domain(1, 100000, true, true), "how many iterations");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "sinkhorn",
        Title = "Sinkhorn transport cost",
        Use = "Two clouds of points, or made and real samples, that are to fall together: what it costs to move one "
            + "onto the other.",
        Avoid = "Points are many: its table has n · m entries. sliced-wasserstein sorts instead.",
        Reference = "M. Cuturi, Sinkhorn Distances: Lightspeed Computation of Optimal Transport, 2013, "
            + "arXiv:1306.0895",
        Latex = @"\langle P, C \rangle,\quad P_{ij} = \tfrac{1}{nm} e^{(f_i + g_j - C_{ij}) / \epsilon},\quad "
            + @"C_{ij} = \|x_i - y_j\|^2",
        Names = new() { Chinese = "Sinkhorn最优传输损失" },
        Translations =
        [
            new(
                "ot.sinkhorn2(reg=0.1)",
                "sinkhorn:epsilon={reg}",
                "reg has no default there; takes a matrix of costs, and runs until it stands still"),
        ],
        Tasks = LossTask.Generation | LossTask.Clustering,
        Parameters = [EpsilonCard, IterationsCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("source", "x", InputKind.Real, "n, d", "the points of one cloud") { IsDifferentiable = true },
        new("other", "y", InputKind.Real, "m, d", "the points of the other") { IsDifferentiable = true },
    ];

    /// <summary>The smoothing, in units of the cost.</summary>
    public Parameter Epsilon { get; } = EpsilonCard.Bind(epsilon);

    /// <summary>How many iterations.</summary>
    public Parameter Iterations { get; } = IterationsCard.Bind(iterations);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> cost = tape.SquaredDistancesBetween(inputs["source"], inputs["other"]);
        double epsilon = Epsilon.Value;
        int n = cost.Shape[0], m = cost.Shape[1];
        Tensor<T> scaled = tape.Scale(cost, -1 / epsilon);
        Tensor<T> rows = tape.Zero(), columns = tape.Zero();
        for (int step = 0; step < (int)Iterations.Value; step++)
        {
            Tensor<T> across = tape.LogSumExp(tape.Add(scaled, columns), [1], keepDimensions: true);
            rows = tape.Shift(tape.Negate(across), Math.Log(m));
            Tensor<T> along = tape.LogSumExp(tape.Add(scaled, rows), [0], keepDimensions: true);
            columns = tape.Shift(tape.Negate(along), Math.Log(n));
        }

        Tensor<T> plan = tape.Exp(tape.Shift(tape.Add(tape.Add(scaled, rows), columns), -Math.Log((double)n * m)));
        return new(tape.Sum(tape.Multiply(plan, cost)));
    }
}
