namespace Lossary.Studies.Tests;

public sealed class ConfidentLearningTests
{
    /// <summary>
    /// By hand. Thresholds: class 0 (0.9 + 0.8 + 0.1)/3 = 0.6, class 1 (0.9 + 0.7 + 0.6)/3 = 0.733. Row 2 (label 0, p₁
    /// = 0.9) counts as class 1; rows 4 and 5 reach no threshold. Off the diagonal: 1 of 3 rows of class 0, 0 of 1 of
    /// class 1.
    /// </summary>
    [Fact]
    public void Rows_count_as_the_class_whose_threshold_they_reach()
    {
        double[] probabilities = [0.9, 0.1, 0.8, 0.2, 0.1, 0.9, 0.1, 0.9, 0.3, 0.7, 0.4, 0.6];

        double noise = ConfidentLearning.Noise(probabilities, [0, 0, 0, 1, 1, 1], 2);

        Assert.Equal(1.0 / 3 * 3 / 6, noise, 12);
    }

    /// <summary>Calibrated probabilities of two plain classes whose labels were flipped at a rate of 20 %.</summary>
    [Fact]
    public void Flipped_labels_are_counted()
    {
        int[] labels = [.. Enumerable.Range(0, 1000).Select(i => (i % 2) ^ (i / 2 % 5 == 0 ? 1 : 0))];
        double[] probabilities = [.. Enumerable.Range(0, 1000).SelectMany(i => i % 2 == 0 ? (double[])[0.8, 0.2] : [0.2, 0.8])];

        Assert.Equal(0.2, ConfidentLearning.Noise(probabilities, labels, 2), 12);
        Assert.Equal(0.2, ConfidentErrors.Of(probabilities, labels, 2).Share, 12);
    }

    /// <summary>
    /// Honest overlap: where p is 0.99 one label in a hundred is another, where it is 0.6 four in ten.
    /// </summary>
    [Fact]
    public void Errors_among_the_surest_are_few_where_classes_overlap()
    {
        double[] first = [.. Enumerable.Range(0, 1000).Select(i => i < 300 ? 0.99 : 0.6)];
        int[] labels = [.. Enumerable.Range(0, 1000).Select(i => i < 300 ? (i % 100 == 0 ? 1 : 0) : (i % 10 < 4 ? 1 : 0))];

        (double share, int count) = ConfidentErrors.Of([.. first.SelectMany(p => (double[])[p, 1 - p])], labels, 2);

        Assert.Equal(200, count);
        Assert.Equal(0.01, share, 12);

        // Confident learning takes such rows for wrong labels: all 420 at p = 0.6, beside the 3 at 0.99.
        Assert.Equal(0.423, ConfidentLearning.Noise([.. first.SelectMany(p => (double[])[p, 1 - p])], labels, 2), 12);
    }
}
