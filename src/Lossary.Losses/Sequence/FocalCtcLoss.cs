using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Connectionist temporal classification in which samples that are read well already count less.</summary>
/// <remarks>
/// <code>
/// L = (1 − e^(−C))^γ C        with C the loss of ctc
/// </code>
/// Reference: X. Feng, H. Yao, S. Zhang, "Focal CTC Loss for Chinese Optical Character Recognition on Unbalanced
/// Datasets", Complexity 2019, doi:10.1155/2019/9345861. See <see cref="CtcLoss"/>.
/// </remarks>
public readonly struct FocalCtcLoss : IGraphLoss<FocalCtcLoss>, IDocumentedLoss
{
    private static readonly ParameterCard s_gamma =
        new("gamma", @"\gamma", 2, Domain.NonNegative, "how much less samples count that are read well");

    /// <summary>Beyond it nothing is played down, and infinity times its vanishing slope must not be taken.</summary>
    private const double Sure = 700;

    private readonly CtcSettings _settings;
    private readonly Parameter _gamma;

    /// <summary>Makes the loss.</summary>
    /// <param name="gamma">How much less samples count that are read well; 0 and above.</param>
    /// <param name="blank">The class that stands for no label.</param>
    /// <param name="zeroInfinity">1: a sample that is too short for its labels costs 0; 0: infinity.</param>
    public FocalCtcLoss(double gamma, double blank = 0, double zeroInfinity = 0)
    {
        _gamma = s_gamma.Bind(gamma);
        _settings = new(blank, zeroInfinity, perLabel: 0);
    }

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "focal-ctc",
        Title = "focal connectionist temporal classification",
        Use = "Text and speech in which some labels are rare, and samples with them are drowned by easy ones.",
        Avoid = "Labels may be wrong: those samples stay hard, and take over.",
        Reference = "X. Feng, H. Yao, S. Zhang, Focal CTC Loss for Chinese Optical Character Recognition on Unbalanced "
            + "Datasets, Complexity 2019, doi:10.1155/2019/9345861",
        Latex = @"(1 - e^{-C})^{\gamma} C, \quad C = " + CtcSettings.Latex,
        Names = new() { Chinese = "焦点连接时序分类损失" },
        Tasks = LossTask.Sequence,
        Parameters = [s_gamma, CtcSettings.Cards[0], CtcSettings.Cards[1]],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => CtcLoss.Inputs;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = 1, SecondOrder = SecondOrder.Exact };

    /// <inheritdoc/>
    public static void Arrange(FocalCtcLoss loss, LossInputs<double> inputs, RandomStream random) =>
        loss._settings.Arrange(inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(tape.Formula(new Focus(_gamma), _settings.Terms(tape, inputs, "logits", areLogits: true).Values));

    /// <summary>(1 − e^(−x))^γ x.</summary>
    private readonly struct Focus(Parameter gamma) : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            TLane.WhereLess(
                Sure, x[0], x[0], TLane.WhereAtMost(x[0], 0, 0 * x[0], TLane.Pow(-TLane.ExpM1(-x[0]), gamma) * x[0]));
    }
}
