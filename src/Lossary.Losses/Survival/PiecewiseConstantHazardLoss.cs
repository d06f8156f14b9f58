using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The likelihood of a time to an event whose hazard is constant within each interval.</summary>
/// <remarks>
/// <code>
/// L = Σ over l &lt; j of hₗ + f hⱼ − δ ln hⱼ,  h = ln(1 + e^z)
/// </code>
/// f is how much of its interval had passed at the event or the last look, 0 … 1. Reference: H. Kvamme, Ø. Borgan,
/// "Continuous and Discrete-Time Survival Prediction with Neural Networks", Lifetime Data Analysis 27 (2021),
/// arXiv:1910.06724.
/// </remarks>
public readonly struct PiecewiseConstantHazardLoss : IGraphLoss<PiecewiseConstantHazardLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "piecewise-constant-hazard",
        Title = "piecewise constant hazard",
        Use = "Times to an event in wide intervals within which the time is known.",
        Avoid = "Times known by their interval only. Take logistic-hazard.",
        Reference = "H. Kvamme, Ø. Borgan, Continuous and Discrete-Time Survival Prediction with Neural "
            + "Networks, 2021, arXiv:1910.06724",
        Latex = @"\sum_{l < j} h_l + f h_j - \delta \ln h_j, \quad h = \ln(1 + e^z)",
        Names = new() { Chinese = "分段常数风险损失" },
        Translations =
        [
            new("pycox.models.loss.NLLPCHazardLoss()", "piecewise-constant-hazard"),
        ],
        Tasks = LossTask.Survival,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logit", "z", InputKind.Real, "n, k", "what softplus turns into each interval's hazard")
        {
            IsDifferentiable = true,
        },
        .. SurvivalInputs.Intervals,
        new("fraction", "f", InputKind.Probability, "n", "how much of its interval had passed, 0 to 1"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> logits = inputs["logit"];
        Tensor<T> passed = IntervalMasks.UpTo(tape, inputs, inputs["fraction"]),
            hit = IntervalMasks.Event(tape, inputs);
        return new(tape.Sum(tape.Formula(default(HazardTerm), logits, passed, hit), [1]));
    }

    /// <summary>Softplus as far as the interval had passed, less its logarithm where the event struck.</summary>
    private readonly struct HazardTerm : ISampleFormula
    {
        /// <summary>
        /// Below it ln softplus(z) is z − ½ e^z to the last digit, and softplus may have underflowed.
        /// </summary>
        private const double Far = -20;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane hazard = TLane.Softplus(x[0]);
            TLane log = TLane.WhereLess(
                x[0], Far, x[0] - (0.5 * TLane.Exp(x[0])), TLane.Log(TLane.Softplus(TLane.AtLeast(x[0], Far))));
            return (x[1] * hazard) - (x[2] * log);
        }
    }
}
