using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The divergence of the teacher's shares from a mixture that holds a little of them already.</summary>
/// <remarks>
/// <code>
/// L = KL(t ‖ α t + (1 − α) s) ≤ −ln α        t, s = softmax of logits over τ
/// </code>
/// α = 0 is plain distillation. Reference: J. Ko, S. Kim, T. Chen, S.-Y. Yun, DistiLLM: Towards Streamlined
/// Distillation for Large Language Models, 2024, arXiv:2402.03898.
/// </remarks>
/// <param name="alpha">The teacher's share of the mixture; 0 to below 1.</param>
/// <param name="temperature">What logits are divided by; positive.</param>
public readonly struct SkewDistillationLoss(double alpha, double temperature)
    : IGraphLoss<SkewDistillationLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 0.1, new Domain(0, 1, true, false), "the teacher's share of the mixture");

    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 1, Domain.Positive,
        "what logits are divided by; higher shows more of the small shares");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "skew-distillation",
        Title = "skew Kullback-Leibler distillation",
        Use = "Distillation whose gradient stays bounded where the student gives next to nothing.",
        Avoid = "Student and teacher are near each other from the start: the plain divergence has no bias.",
        Reference = "J. Ko, S. Kim, T. Chen, S.-Y. Yun, DistiLLM: Towards Streamlined Distillation for Large "
            + "Language Models, 2024, arXiv:2402.03898",
        Latex = @"\operatorname{KL}\left(t \,\middle\|\, \alpha t + (1 - \alpha) s\right)",
        Aliases = ["skew-kl", "distillm"],
        Names = new() { Chinese = "偏斜KL蒸馏" },
        Tasks = LossTask.Distillation,
        Parameters = [AlphaCard, TemperatureCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => DistillationInputs.Logits;

    /// <summary>The teacher's share of the mixture.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <summary>What logits are divided by.</summary>
    public Parameter Temperature { get; } = TemperatureCard.Bind(temperature);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> student = tape.LogSoftmax(tape.Scale(inputs["student"], 1 / Temperature.Value));
        Tensor<T> teacher = tape.LogSoftmax(tape.Scale(inputs["teacher"], 1 / Temperature.Value));
        Tensor<T> mixture = tape.Formula(new Mixture(Alpha.Value), student, teacher);
        return new(tape.KullbackLeiblerRows(teacher, mixture));
    }

    private readonly struct Mixture(double alpha) : ISampleFormula
    {
        /// <summary>Far below any share's logarithm, so that two infinities do not cancel.</summary>
        private const double Floor = -1e4;

        private readonly double _logAlpha = alpha == 0 ? 2 * Floor : Math.Log(alpha);
        private readonly double _logRest = Math.Log(1 - alpha);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane own = TLane.AtLeast(x[0], Floor) + _logRest;
            return LogSums.Of(own, TLane.AtLeast(x[1], Floor) + _logAlpha);
        }
    }
}
