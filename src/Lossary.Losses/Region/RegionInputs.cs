using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>What losses of overlap read.</summary>
internal static class RegionInputs
{
    /// <summary>What is added to both sides of a ratio.</summary>
    public static readonly ParameterCard Smooth = new(
        "smooth", @"s", 1, Domain.NonNegative, "what is added to numerator and denominator of the ratio, in pixels");

    /// <summary>What each pixel is of each class.</summary>
    public static readonly InputCard Target = new(
        "target", "t", InputKind.Probability, "n, k, …", "1 where the pixel is of the class, 0 where not; or a share")
    {
        IsCheckedInSweep = true,
    };

    /// <summary>Which pixels count.</summary>
    public static readonly InputCard Counts = new(
        "counts", "m", InputKind.Flag, "n, …", "1 where the pixel counts, 0 where it is ignored; all count if left out")
    {
        IsOptional = true,
    };

    /// <summary>Predictions, targets, and which pixels count: for losses that are made of counts of overlap.</summary>
    public static IReadOnlyList<InputCard> Cards { get; } =
    [
        new("prediction", "p", InputKind.Real, "n, k, …", "a logit, or a probability, for each image, class and pixel")
        {
            IsDifferentiable = true,
        },
        Target,
        Counts,
    ];

    /// <summary>Turns drawn logits into what the loss takes.</summary>
    public static void Arrange(RegionOptions options, LossInputs<double> inputs)
    {
        foreach (ref double value in inputs["prediction"].Values)
        {
            value = options.FromProbabilities ? RealFunctions.Sigmoid(value) : value;
        }
    }

    /// <summary>Refuses what the cards cannot see.</summary>
    public static void Check<T>(RegionOptions options, Tensor<T> prediction)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (options.FromProbabilities)
        {
            DomainCheck.Check(prediction.Values, Domain.Unit, default, default, nameof(prediction), passesNaN: true);
        }

        if (options.Softmax && prediction.Shape[1] == 1)
        {
            throw new ArgumentException("prediction has 1 class; a softmax needs 2 at least.", nameof(prediction));
        }
    }

    /// <summary>How many pixels an image has.</summary>
    public static int PixelsOf<T>(LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => inputs.Extent("…");

    /// <summary>
    /// Numbers of pixels with 0 for those that are ignored, whatever stands there: they have no gradient.
    /// </summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="inputs">What may say which pixels count.</param>
    /// <param name="pixels">Images first, pixels last: <c>[n, k, pixels]</c> or <c>[n, pixels]</c>.</param>
    public static Tensor<T> Counted<T>(Tape<T> tape, LossInputs<T> inputs, Tensor<T> pixels)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (inputs.Find("counts") is not { } counts)
        {
            return pixels;
        }

        int images = pixels.Shape[0], last = pixels.Shape[pixels.Shape.Rank - 1];
        Tensor<T> none = tape.Rent(new Shape(1));
        none.Values.Clear();
        Shape flags = pixels.Shape.Rank == 2 ? new Shape(images, last) : new Shape(images, 1, last);
        return tape.Where(tape.Reshape(counts, flags), pixels, none);
    }

    /// <summary>A formula of true positives, false positives and false negatives, for each image and class.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="inputs">Predictions, targets, and which pixels count.</param>
    /// <param name="options">What the predictions are, and over what is summed.</param>
    /// <param name="formula">The formula.</param>
    /// <param name="isSquared">Whether squares of p and t are summed for their sizes.</param>
    /// <param name="isPart">Whether more is made of these terms than their weighted mean.</param>
    public static LossTerms<T> Terms<T, TFormula>(
        Tape<T> tape, LossInputs<T> inputs, RegionOptions options, TFormula formula, bool isSquared = false,
        bool isPart = false)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFormula : struct, ISampleFormula
    {
        Shape shape = new(inputs.Extent("n"), inputs.Extent("k"));
        FormulaForesight<TFormula> foresight = new(
            formula, isPart || options.SkipAbsent ? null : TermsReduction.ForeseenSlope(inputs, shape));
        Overlap<T> overlap = OverlapOperation.Compute(tape, inputs, options, isSquared, foresight);
        Tensor<T> values = tape.Formula(formula, overlap.TruePositives, overlap.FalsePositives, overlap.FalseNegatives);
        return new(values, options.SkipAbsent ? overlap.Present(tape) : null);
    }
}
