using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Two domains are to have the same features together with the same answers: distances of means under a product of
/// kernels.
/// </summary>
/// <remarks>
/// <code>
/// L = mean k(x, x') + mean k(y, y') − 2 mean k(x, y),  k = kernel of the features · kernel of the answers
/// </code>
/// Both kernels are e^(−‖a − b‖² / 2σ²), each with its own width. Memory is (n + m)² numbers. Reference: M. Long, H.
/// Zhu, J. Wang, M. I. Jordan, Deep Transfer Learning with Joint Adaptation Networks, 2017, arXiv:1605.06636.
/// </remarks>
/// <param name="sigma">The width of the kernel of features; positive.</param>
/// <param name="tau">The width of the kernel of answers; positive.</param>
public readonly struct JointDiscrepancyLoss(double sigma, double tau)
    : IGraphLoss<JointDiscrepancyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard SigmaCard = new(
        "sigma", @"\sigma", 1, Domain.Positive, "the width of the kernel of features");

    private static readonly ParameterCard TauCard = new(
        "tau", @"\tau", 1, Domain.Positive, "the width of the kernel of answers");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "joint-mmd",
        Title = "joint maximum mean discrepancy (JMMD)",
        Use = "Adapting a classifier to a domain without labels, with its features and its softmax.",
        Avoid = "Answers in the new domain are mostly wrong: they mislead. Take mmd on features first.",
        Reference = "M. Long, H. Zhu, J. Wang, M. I. Jordan, Deep Transfer Learning with Joint Adaptation Networks, "
            + "2017, arXiv:1605.06636",
        Latex = @"\bar k(x, x') + \bar k(y, y') - 2 \bar k(x, y),\quad k = e^{-\|x - x'\|^2 / 2 \sigma^2} e^{-\|p - "
            + @"p'\|^2 / 2 \tau^2}",
        Aliases = ["jmmd"],
        Names = new() { Chinese = "联合最大均值差异" },
        Tasks = LossTask.None,
        Parameters = [SigmaCard, TauCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("source", "x", InputKind.Real, "n, d", "the features of one domain") { IsDifferentiable = true },
        new("source-answer", "p", InputKind.Real, "n, k", "its softmax outputs") { IsDifferentiable = true },
        new("other", "y", InputKind.Real, "m, d", "the features of the other domain") { IsDifferentiable = true },
        new("other-answer", "q", InputKind.Real, "m, k", "its softmax outputs") { IsDifferentiable = true },
    ];

    /// <summary>The width of the kernel of features.</summary>
    public Parameter Sigma { get; } = SigmaCard.Bind(sigma);

    /// <summary>The width of the kernel of answers.</summary>
    public Parameter Tau { get; } = TauCard.Bind(tau);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> source = inputs["source"], other = inputs["other"];
        Tensor<T> answers = inputs["source-answer"], others = inputs["other-answer"];
        Guard.HasRows(other.Shape[0], "other");
        Parameter sigma = Sigma, tau = Tau;
        Tensor<T> Mean(Tensor<T> a, Tensor<T> b, Tensor<T> p, Tensor<T> q) =>
            tape.Mean(tape.Multiply(Kernel(tape, a, b, sigma), Kernel(tape, p, q, tau)));
        Tensor<T> within = tape.Add(Mean(source, source, answers, answers), Mean(other, other, others, others));
        return new(tape.Subtract(within, tape.Scale(Mean(source, other, answers, others), 2)));
    }

    private static Tensor<T> Kernel<T>(Tape<T> tape, Tensor<T> left, Tensor<T> right, Parameter width)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Exp(tape.Scale(tape.SquaredDistancesBetween(left, right), -0.5 / (width.Value * width.Value)));
}
