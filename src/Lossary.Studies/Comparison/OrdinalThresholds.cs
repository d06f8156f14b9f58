using Lossary.Data;
using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>
/// Losses of ordered classes whose network answers, for each step of the scale, whether the class is above it.
/// </summary>
internal static class OrdinalThresholds
{
    private const string Conditional = "corn";

    /// <summary>Whether a loss is one that a comparison can train.</summary>
    public static bool Is(ILoss loss) => loss.Card.Key is Conditional or "coral" || ThresholdLink.Is(loss);

    /// <summary>Why a network cannot be trained with it for a target; null if it can.</summary>
    public static string? RefusalOf(ILoss loss, Target target) => target.Task == TaskKind.MultiClass
        ? null
        : $"{loss.Card.Key} is for several classes on a scale, but the target '{target.Name}' is "
            + $"{TaskNames.NameOf(target.Task)}";

    /// <summary>
    /// How it meets network and data: one output less than classes, which are taken in the order of their names, or a
    /// score and as many thresholds.
    /// </summary>
    public static ArrayRoles RolesOf(ILoss loss, Target target) => ThresholdLink.Is(loss)
        ? ThresholdLink.RolesOf(target.ClassNames.Count)
        : new() { Outputs = ["logit"], Width = target.ClassNames.Count - 1, Targets = ["level"] };

    /// <summary>Probabilities of the classes, [rows, classes].</summary>
    /// <remarks>
    /// CORN's outputs are conditional, so that what is above can only fall; CORAL's are not, and one that rises is
    /// taken for the one before it. Thresholds are in order.
    /// </remarks>
    public static Predictions ResponseOf(ILoss loss, ReadOnlyMemory<float> raw, FoldPart part, Target target)
    {
        int classes = target.ClassNames.Count, steps = classes - 1, width = raw.Length / part.Count;
        double[] probabilities = new double[part.Count * classes];
        for (int row = 0; row < part.Count; row++)
        {
            double above = 1;
            ReadOnlyMemory<float> outputs = raw.Slice(row * width, width);
            foreach ((int step, double answer) in AnswersOf(loss, outputs).Index())
            {
                double next = loss.Card.Key == Conditional ? above * answer : Math.Min(above, answer);
                probabilities[(row * classes) + step] = above - next;
                above = next;
            }

            probabilities[(row * classes) + steps] = above;
        }

        return Predictions.OfProbabilities(
            probabilities, Array.ConvertAll(part.Targets, code => (int)code), classes, part.Weights);
    }

    private static IEnumerable<double> AnswersOf(ILoss loss, ReadOnlyMemory<float> outputs) => ThresholdLink.Is(loss)
        ? ThresholdLink.Above(loss, outputs)
        : outputs.ToArray().Select(output => RealFunctions.Sigmoid((double)output));
}
