namespace Lossary.Training;

/// <summary>How often each class was predicted for each target class, and the metrics that follow from it.</summary>
/// <remarks>A score whose denominator is 0 counts as 0, unless it says otherwise.</remarks>
public sealed class ConfusionMatrix
{
    private readonly double[] _weight;
    private readonly double[] _predicted, _targeted;

    /// <summary>Counts.</summary>
    /// <param name="predictions">The predicted classes, [n].</param>
    /// <param name="targets">The target classes, [n].</param>
    /// <param name="classes">Number of classes, at least 2; each class is from 0 to one less.</param>
    /// <param name="weights">[n], or empty for equal ones.</param>
    public ConfusionMatrix(
        ReadOnlySpan<int> predictions,
        ReadOnlySpan<int> targets,
        int classes,
        ReadOnlySpan<double> weights = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        MetricArguments.SameLength(predictions.Length, targets.Length);
        MetricArguments.Weights(predictions.Length, weights);
        MetricArguments.Classes(predictions, classes);
        MetricArguments.Classes(targets, classes);
        Classes = classes;
        _weight = new double[classes * classes];
        _predicted = new double[classes];
        _targeted = new double[classes];
        for (int i = 0; i < predictions.Length; i++)
        {
            double weight = weights.At(i);
            _weight[(targets[i] * classes) + predictions[i]] += weight;
            _predicted[predictions[i]] += weight;
            _targeted[targets[i]] += weight;
            Total += weight;
        }
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>The weight of all samples.</summary>
    public double Total { get; }

    /// <summary>The weight of the samples of a target class for which a class was predicted.</summary>
    /// <param name="prediction">The predicted class.</param>
    /// <param name="target">The target class.</param>
    public double this[int prediction, int target] => _weight[(target * Classes) + prediction];

    /// <summary>Share of right predictions; NaN of no samples.</summary>
    public double Accuracy => Right / Total;

    /// <summary>Share of wrong predictions; NaN of no samples. Hamming loss, where a sample has one label.</summary>
    public double ZeroOneLoss => 1 - Accuracy;

    /// <summary>
    /// What the decisions about two classes cost in the mean: the threshold for each false alarm, one less it for each
    /// miss.
    /// </summary>
    /// <remarks>
    /// It is in units of both costs together; they are in the ratio at which a probability of the threshold makes both
    /// decisions equally dear. C. Elkan, The Foundations of Cost-Sensitive Learning, 2001.
    /// </remarks>
    /// <param name="threshold">The cost of a false alarm over those of a false alarm and a miss, in [0, 1].</param>
    /// <exception cref="InvalidOperationException">There are more than two classes.</exception>
    public double CostAt(double threshold) => Classes == 2
        ? ((threshold * this[1, 0]) + ((1 - threshold) * this[0, 1])) / Total
        : throw new InvalidOperationException($"CostAt is of two classes; there are {Classes}.");

    /// <summary>Mean of the recalls of the classes that occur as targets.</summary>
    public double BalancedAccuracy
    {
        get
        {
            int[] occurring = [.. Enumerable.Range(0, Classes).Where(c => _targeted[c] > 0)];
            return occurring.Length == 0 ? double.NaN : occurring.Average(Recall);
        }
    }

    /// <summary>Mean of the precisions of the classes that occur as target or prediction.</summary>
    public double MacroPrecision => Macro(Precision);

    /// <summary>Mean of the recalls of the classes that occur as target or prediction.</summary>
    public double MacroRecall => Macro(Recall);

    /// <summary>Mean of the F1 scores of the classes that occur as target or prediction.</summary>
    public double MacroF1 => Macro(F1);

    /// <summary>Mean of the Jaccard indices of the classes that occur as target or prediction.</summary>
    public double MacroJaccard => Macro(Jaccard);

    /// <summary>Correlation of prediction and target, in [−1, 1]; 0 if either is constant.</summary>
    /// <remarks>
    /// J. Gorodkin, Computational Biology and Chemistry 28 (2004) 367–374, doi:10.1016/j.compbiolchem.2004.09.006.
    /// </remarks>
    public double Matthews
    {
        get
        {
            double covariance = (Right * Total) - Dot(_predicted, _targeted);
            double predicted = (Total * Total) - Dot(_predicted, _predicted);
            double targeted = (Total * Total) - Dot(_targeted, _targeted);
            return predicted * targeted > 0 ? covariance / Math.Sqrt(predicted * targeted) : 0;
        }
    }

    /// <summary>Agreement beyond chance, in [−1, 1]; NaN if one class is all there is.</summary>
    /// <remarks>
    /// J. Cohen, Educational and Psychological Measurement 20 (1960) 37–46, doi:10.1177/001316446002000104.
    /// </remarks>
    public double CohenKappa
    {
        get
        {
            double byChance = Dot(_predicted, _targeted) / Total;
            return 1 - ((Total - Right) / (Total - byChance));
        }
    }

    /// <summary>
    /// Agreement of ordered classes beyond chance: 1 − the mean squared difference of class numbers over that of
    /// predictions dealt out at random; NaN if one class is all there is.
    /// </summary>
    /// <remarks>J. Cohen, Psychological Bulletin 70 (1968) 213–220, doi:10.1037/h0026256.</remarks>
    public double QuadraticKappa
    {
        get
        {
            double found = 0, byChance = 0;
            for (int i = 0; i < Classes; i++)
            {
                for (int j = 0; j < Classes; j++)
                {
                    double square = ((double)i - j) * ((double)i - j);
                    found += square * this[i, j];
                    byChance += square * _predicted[i] * _targeted[j] / Total;
                }
            }

            return 1 - (found / byChance);
        }
    }

    private double Right => Enumerable.Range(0, Classes).Sum(c => this[c, c]);

    /// <summary>Of the predictions of a class, the share that is right.</summary>
    /// <param name="class">The class.</param>
    public double Precision(int @class) => Share(this[@class, @class], _predicted[@class]);

    /// <summary>Of the targets of a class, the share that is predicted.</summary>
    /// <param name="class">The class.</param>
    public double Recall(int @class) => Share(this[@class, @class], _targeted[@class]);

    /// <summary>Harmonic mean of precision and recall.</summary>
    /// <param name="class">The class.</param>
    public double F1(int @class) => Share(2 * this[@class, @class], _predicted[@class] + _targeted[@class]);

    /// <summary>Right predictions of a class over all samples that have it as target or prediction.</summary>
    /// <param name="class">The class.</param>
    public double Jaccard(int @class)
    {
        double right = this[@class, @class];
        return Share(right, _predicted[@class] + _targeted[@class] - right);
    }

    private static double Share(double part, double whole) => whole > 0 ? part / whole : 0;

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private double Macro(Func<int, double> score)
    {
        int[] occurring = [.. Enumerable.Range(0, Classes).Where(c => _targeted[c] + _predicted[c] > 0)];
        return occurring.Length == 0 ? double.NaN : occurring.Average(score);
    }
}
