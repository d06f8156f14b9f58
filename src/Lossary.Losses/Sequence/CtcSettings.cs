using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>What the forms of connectionist temporal classification have in common.</summary>
internal readonly struct CtcSettings
{
    /// <summary>The formula.</summary>
    public const string Latex = @"-\ln \sum_{\pi : \mathcal{B}(\pi) = y} \prod_t p_t(\pi_t)";

    private static readonly Domain s_switch = new(0, 1, true, true, EndsOnly: true);
    private static readonly ParameterCard s_blank =
        new("blank", "b", 0, Domain.NonNegative, "the number of the class that stands for no label");

    private static readonly ParameterCard s_zeroInfinity =
        new(
            "zero-infinity",
            "o",
            0,
            s_switch,
            "1: a sample that is too short for its labels costs 0; 0: infinity; its gradient is 0");

    private static readonly ParameterCard s_perLabel =
        new("per-label", "m", 0, s_switch, "1: a sample's loss is divided by the number of its labels; 0: it is not");

    private readonly int _blank;
    private readonly double _infeasible;
    private readonly bool _isPerLabel;

    /// <summary>Checks the parameters.</summary>
    public CtcSettings(double blank, double zeroInfinity, double perLabel)
    {
        _blank = Refusal.Whole(s_blank, blank);
        _infeasible = s_zeroInfinity.Bind(zeroInfinity).Value == 1 ? 0 : double.PositiveInfinity;
        _isPerLabel = s_perLabel.Bind(perLabel).Value == 1;
    }

    /// <summary>The parameters, in the constructor's order.</summary>
    public static IReadOnlyList<ParameterCard> Cards { get; } = [s_blank, s_zeroInfinity, s_perLabel];

    /// <summary>The inputs but for the scores.</summary>
    public static IReadOnlyList<InputCard> LabelInputs { get; } =
    [
        new("labels", "y", InputKind.ClassNumber, "n, s", "the labels, without blanks; padded") { Below = "c" },
        new("input-lengths", "T", InputKind.StepCount, "n", "how many steps of each sample count")
        {
            Below = "t",
            IsOptional = true,
        },
        new("label-lengths", "S", InputKind.StepCount, "n", "how many labels of each sample count")
        {
            Below = "s",
            IsOptional = true,
        },
    ];

    /// <summary>Takes blanks out of drawn labels, and gives them steps enough.</summary>
    public void Arrange(LossInputs<double> inputs)
    {
        int classes = inputs[inputs.Names.First()].Shape[2], steps = inputs[inputs.Names.First()].Shape[1];
        foreach (ref double label in inputs["labels"].Values)
        {
            label = (_blank + 1 + (label % (classes - 1))) % classes;
        }

        Span<double> lengths = inputs["input-lengths"].Values;
        for (int i = 0; i < lengths.Length; i++)
        {
            lengths[i] = steps - (i % 2);
        }
    }

    /// <summary>Each sample's loss.</summary>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs, string scores, bool areLogits)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LabelRows labels = LabelRows.Read(tape, inputs, _blank);
        Tensor<T> values = tape.Ctc(inputs[scores], labels, areLogits, _infeasible);
        if (!_isPerLabel)
        {
            return new(values);
        }

        Tensor<T> factors = tape.Rent(values.Shape);
        for (int i = 0; i < labels.LabelCounts.Length; i++)
        {
            factors.Values[i] = T.CreateTruncating(1.0 / Math.Max(1, labels.LabelCounts[i]));
        }

        return new(tape.Multiply(values, factors));
    }
}
