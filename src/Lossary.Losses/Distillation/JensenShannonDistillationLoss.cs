using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A bounded divergence between a student's and a teacher's shares, from their logits.</summary>
/// <remarks>
/// <code>
/// m = β t + (1 − β) s        L = β KL(t ‖ m) + (1 − β) KL(s ‖ m)        in [0, ln 2]
/// </code>
/// t and s are the softmax of logits over τ; the mixture is taken in logarithms, so that no share is lost. L/β tends to
/// KL(s ‖ t)'s mirror image KL(t ‖ s) as β → 0. Reference: R. Agarwal et al., On-Policy Distillation of Language
/// Models, 2024, arXiv:2306.13649.
/// </remarks>
/// <param name="beta">The teacher's share of the mixture; above 0, below 1.</param>
/// <param name="temperature">What logits are divided by; positive.</param>
public readonly struct JensenShannonDistillationLoss(double beta, double temperature)
    : IGraphLoss<JensenShannonDistillationLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 0.5, new Domain(0, 1, false, false), "the teacher's share of the mixture");

    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 1, Domain.Positive,
        "what logits are divided by; higher shows more of the small shares");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "jensen-shannon-distillation",
        Title = "generalised Jensen-Shannon distillation",
        Use = "Distillation of generated text on the student's own samples, between covering the teacher (beta to 0) "
            + "and seeking its modes (to 1).",
        Avoid = "Teacher and student share data and size: the plain divergence is simpler and pulls harder.",
        Reference = "R. Agarwal et al., On-Policy Distillation of Language Models, 2024, arXiv:2306.13649",
        Latex = @"\beta \operatorname{KL}(t \,\|\, m) + (1 - \beta) \operatorname{KL}(s \,\|\, m),\quad m = "
            + @"\beta t + (1 - \beta) s",
        Aliases = ["gkd"],
        Names = new() { Chinese = "广义JS散度蒸馏" },
        Translations =
        [
            new(
                "trl.GKDConfig(beta=0.5)",
                "jensen-shannon-distillation:beta={beta}",
                "a mean over the tokens; 0 and 1 are the two Kullback–Leibler divergences"),
        ],
        Tasks = LossTask.Distillation,
        Parameters = [BetaCard, TemperatureCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => DistillationInputs.Logits;

    /// <summary>The teacher's share of the mixture.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <summary>What logits are divided by.</summary>
    public Parameter Temperature { get; } = TemperatureCard.Bind(temperature);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsBounded = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> student = tape.LogSoftmax(tape.Scale(inputs["student"], 1 / Temperature.Value));
        Tensor<T> teacher = tape.LogSoftmax(tape.Scale(inputs["teacher"], 1 / Temperature.Value));
        return new(tape.Sum(tape.Formula(new Part(Beta.Value), student, teacher), [-1]));
    }

    private readonly struct Part(double beta) : ISampleFormula
    {
        /// <summary>Far below any share's logarithm, so that two infinities do not cancel.</summary>
        private const double Floor = -1e4;

        private readonly double _logBeta = Math.Log(beta);
        private readonly double _logRest = Math.Log(1 - beta);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane student = TLane.AtLeast(x[0], Floor), teacher = TLane.AtLeast(x[1], Floor);
            TLane own = student + _logRest;
            TLane mixture = LogSums.Of(own, teacher + _logBeta);
            return (beta * (TLane.Exp(teacher) * (teacher - mixture)))
                + ((1 - beta) * (TLane.Exp(student) * (student - mixture)));
        }
    }
}
