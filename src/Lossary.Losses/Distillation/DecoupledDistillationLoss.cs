using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Distillation in its two parts: how sure of the true class, and how the rest is shared out.</summary>
/// <remarks>
/// <code>
/// L = τ² (α KL(bᵗ ‖ bˢ) + β KL(t̂ ‖ ŝ))
/// b = (share of y, all the rest)        ŝ, t̂ = shares among the other classes
/// </code>
/// With β = α bᵗ_rest for each row it is plain distillation: there, a sure teacher silences what it knows of the other
/// classes. The cross entropy with the labels is added by the caller. Reference: B. Zhao, Q. Cui, R. Song, Y. Qiu, J.
/// Liang, Decoupled Knowledge Distillation, 2022, arXiv:2203.08679.
/// </remarks>
/// <param name="alpha">The weight of the true class's part; not negative.</param>
/// <param name="beta">The weight of the other classes' part; not negative.</param>
/// <param name="temperature">What logits are divided by; positive.</param>
public readonly struct DecoupledDistillationLoss(double alpha, double beta, double temperature)
    : IGraphLoss<DecoupledDistillationLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 1, Domain.NonNegative, "the weight of the true class's part");

    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 8, Domain.NonNegative, "the weight of the other classes' part");

    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 4, Domain.Positive,
        "what logits are divided by; higher shows more of the small shares");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "dkd",
        Title = "decoupled knowledge distillation",
        Use = "Distillation from a teacher that is sure of itself: what it says of the other classes gets a weight "
            + "of its own.",
        Avoid =
            "The teacher is unsure: its two parts then weigh the same, and two weights are to be tuned for nothing.",
        Reference = "B. Zhao, Q. Cui, R. Song, Y. Qiu, J. Liang, Decoupled Knowledge Distillation, 2022, "
            + "arXiv:2203.08679",
        Latex = @"\tau^2 \left(\alpha \operatorname{KL}(b^t \,\|\, b^s) + \beta \operatorname{KL}(\hat t \,\|\, "
            + @"\hat s)\right)",
        Aliases = ["decoupled-distillation"],
        Names = new() { Chinese = "解耦知识蒸馏" },
        Tasks = LossTask.Distillation,
        Parameters = [AlphaCard, BetaCard, TemperatureCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("student", "s", InputKind.Real, "n, k", "the student's logits") { IsDifferentiable = true },
        new("teacher", "t", InputKind.Real, "n, k", "the teacher's logits"),
        new("target", "y", InputKind.ClassNumber, "n", "the true class") { Below = "k" },
    ];

    /// <summary>The weight of the true class's part.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <summary>The weight of the other classes' part.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <summary>What logits are divided by.</summary>
    public Parameter Temperature { get; } = TemperatureCard.Bind(temperature);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> oneHot = tape.OneHot<T>(inputs.Whole(tape, "target"), inputs.Extent("k"));
        Split<T> student = Of(tape, inputs["student"], oneHot), teacher = Of(tape, inputs["teacher"], oneHot);
        Tensor<T> target = tape.Add(
            tape.Formula(default(ClassSteps.DivergencePart), teacher.Target, student.Target),
            tape.Formula(default(ClassSteps.DivergencePart), teacher.Rest, student.Rest));
        Tensor<T> others = tape.KullbackLeiblerRows(teacher.Others, student.Others);
        double square = Temperature.Value * Temperature.Value;
        return new(tape.Add(tape.Scale(target, Alpha.Value * square), tape.Scale(others, Beta.Value * square)));
    }

    /// <summary>Logarithms: of the true class's share, of all the rest, and of the shares among the others.</summary>
    private Split<T> Of<T>(Tape<T> tape, Tensor<T> logits, Tensor<T> oneHot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const double Out = -1e30;
        Tensor<T> scaled = tape.Scale(logits, 1 / Temperature.Value);
        Tensor<T> others = tape.Where(oneHot, tape.Constant(new Shape(1), [T.CreateTruncating(Out)]), scaled);
        Tensor<T> all = tape.LogSumExp(scaled, [-1]);
        return new(
            tape.Subtract(tape.Pick(scaled, oneHot), all),
            tape.Subtract(tape.LogSumExp(others, [-1]), all),
            tape.LogSoftmax(others));
    }

    private readonly record struct Split<T>(Tensor<T> Target, Tensor<T> Rest, Tensor<T> Others)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
