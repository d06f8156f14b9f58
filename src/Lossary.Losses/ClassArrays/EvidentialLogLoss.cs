using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Classes with a doubt of their own: the likelihood of the class when shares come from a Dirichlet distribution.
/// </summary>
/// <remarks>
/// <code>
/// L = ln S − ln α_y
///     + λ KL(Dir(α̃) ‖ Dir(1))
/// </code>
/// α = 1 + ln(1 + e^z) are the concentrations of a Dirichlet distribution, S their sum; k / S is what is not known. α̃
/// is α with 1 for the true class. The authors let λ grow from 0 to 1 over ten epochs. Reference: M. Sensoy, L. Kaplan,
/// M. Kandemir, Evidential Deep Learning to Quantify Classification Uncertainty, 2018, arXiv:1806.01768.
/// </remarks>
/// <param name="strength">What evidence for wrong classes costs; not negative.</param>
public readonly struct EvidentialLogLoss(double strength) : IGraphLoss<EvidentialLogLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "evidential-log",
        Title = "evidential likelihood",
        Use = "Classes where one pass is to say how little is known of a row, and likelihoods are compared.",
        Avoid = "Evidence runs away early: evidential-squared is steadier.",
        Reference = "M. Sensoy, L. Kaplan, M. Kandemir, Evidential Deep Learning to Quantify Classification "
            + "Uncertainty, 2018, arXiv:1806.01768",
        Latex = @"\ln S - \ln \alpha_y + \lambda \mathrm{KL}\left(\mathrm{Dir}(\tilde\alpha) \,\|\, "
            + @"\mathrm{Dir}(1)\right)",
        Aliases = ["evidential-likelihood"],
        Names = new() { Chinese = "证据似然损失" },
        Tasks = LossTask.MultiClass,
        Parameters = [EvidenceCards.Strength],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ClassCards.OfClasses;

    /// <summary>What evidence for wrong classes costs.</summary>
    public Parameter Strength { get; } = EvidenceCards.Strength.Bind(strength);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        DirichletEvidence<T>.Of(tape, inputs).Terms(tape, default(Risk), Strength.Value);

    /// <summary>y (ln S − ln α).</summary>
    private readonly struct Risk : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            x[2] * (TLane.Log(x[1]) - TLane.Log(x[0]));
    }
}
