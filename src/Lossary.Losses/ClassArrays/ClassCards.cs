using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>What losses of rows of scores read.</summary>
internal static class ClassCards
{
    /// <summary>The name of the scores.</summary>
    public const string Score = "score";

    /// <summary>The name of the classes.</summary>
    public const string Target = "target";

    /// <summary>The name of the labels.</summary>
    public const string Label = "label";

    /// <summary>The scores of all classes.</summary>
    public static InputCard Scores { get; } =
        new(Score, "z", InputKind.Real, "n, k", "the score of each class") { IsDifferentiable = true };

    /// <summary>Each row's class.</summary>
    public static InputCard Targets { get; } =
        new(Target, "y", InputKind.ClassNumber, "n", "the class of each row") { Below = "k" };

    /// <summary>Each row's labels.</summary>
    public static InputCard Labels { get; } =
        new(Label, "t", InputKind.Flag, "n, k", "1 for each label that a row bears, 0 for the others");

    /// <summary>How often each class occurs.</summary>
    public static InputCard Counts { get; } =
        new("count", "n", InputKind.NonNegative, "k", "how many rows of each class the training data has");

    /// <summary>Scores and classes.</summary>
    public static IReadOnlyList<InputCard> OfClasses { get; } = [Scores, Targets];

    /// <summary>Scores and labels.</summary>
    public static IReadOnlyList<InputCard> OfLabels { get; } = [Scores, Labels];

    /// <summary>An input in double precision.</summary>
    public static double[] Numbers<T>(Tape<T> tape, LossInputs<T> inputs, string name)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> values = inputs[name].Values;
        double[] numbers = tape.RentArray<double>(values.Length);
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = double.CreateTruncating(values[i]);
        }

        return numbers;
    }
}
