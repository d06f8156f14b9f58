using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>What the forms of soft dynamic time warping have in common.</summary>
internal static class SoftDtwSettings
{
    /// <summary>How soft the minimum is.</summary>
    public static ParameterCard Gamma { get; } = new(
        "gamma", @"\gamma", 1, Domain.Positive, "how soft the minimum is, in the squared unit of the series")
    {
        UnitPower = 2,
    };

    /// <summary>Two series for each sample.</summary>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "x", InputKind.Real, "n, t, d", "the predicted series") { IsDifferentiable = true },
        new("target", "y", InputKind.Real, "n, s, d", "the series that came") { IsDifferentiable = true },
        new("prediction-lengths", "T", InputKind.StepCount, "n", "how many steps of each prediction count")
        {
            Below = "t",
            IsOptional = true,
        },
        new("target-lengths", "S", InputKind.StepCount, "n", "how many steps of each target count")
        {
            Below = "s",
            IsOptional = true,
        },
    ];

    /// <summary>How many steps of each series count; at least 1.</summary>
    public static (int[] First, int[] Second) Lengths<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int samples = inputs.Extent("n");
        int[] first = LabelRows.Lengths(tape, inputs, "prediction-lengths", samples, inputs.Extent("t"));
        int[] second = LabelRows.Lengths(tape, inputs, "target-lengths", samples, inputs.Extent("s"));
        Require("prediction-lengths", first);
        Require("target-lengths", second);
        return (first, second);
    }

    private static void Require(string name, int[] lengths)
    {
        int empty = Array.IndexOf(lengths, 0);
        if (empty >= 0)
        {
            throw Refusal.Of(name, $"{name}[{empty}] is 0; a series has at least 1 step.");
        }
    }
}
