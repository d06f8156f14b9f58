using System.Globalization;
using Lossary.Losses;
using Lossary.Numerics;

namespace Lossary.Samples;

/// <summary>A linear model of counts, or of the logarithm of their mean, fitted exactly with a loss.</summary>
internal sealed class CountModel
{
    private const int Steps = 12;
    private const int Halvings = 30;
    private const double GoldenSection = 0.6180339887498949;

    private readonly string _kind;
    private readonly double[] _coefficients;

    /// <summary>The standard deviation beside squared error, the dispersion of the negative binomial.</summary>
    private readonly double _spread;

    private CountModel(string kind, double[] coefficients, double spread)
    {
        _kind = kind;
        _coefficients = coefficients;
        _spread = spread;
    }

    /// <summary>The coefficients, the constant first.</summary>
    public IReadOnlyList<double> Coefficients => _coefficients;

    /// <summary>Fits a "squared", "poisson" or "negative binomial" model.</summary>
    public static CountModel Fit(string kind, double[][] features, double[] counts)
    {
        double[] start = new double[features[0].Length];
        double mean = counts.Average();
        if (kind == "squared")
        {
            double[] coefficients = Newton("squared", features, counts, start);
            double squares = features.Zip(counts).Sum(pair => Math.Pow(pair.Second - Dot(pair.First, coefficients), 2));
            return new CountModel(kind, coefficients, Math.Sqrt(squares / (counts.Length - start.Length)));
        }

        start[0] = Math.Log(mean);
        start = Newton("poisson", features, counts, start);
        return kind == "poisson" ? new CountModel(kind, start, 0) : LikeliestDispersion(kind, features, counts, start);
    }

    /// <summary>The mean that the model foretells.</summary>
    public double Mean(double[] row)
    {
        double raw = Dot(row, _coefficients);
        return _kind == "squared" ? raw : Math.Exp(raw);
    }

    /// <summary>The logarithm of a count's probability.</summary>
    public double LogProbability(double[] row, double count)
    {
        double mean = Mean(row);
        return _kind switch
        {
            "squared" => Math.Log(NormalMass((count - mean) / _spread, 0.5 / _spread, isLowest: count == 0)),
            "poisson" => (count * Math.Log(mean)) - mean - RealFunctions.LogGamma(count + 1),
            _ => RealFunctions.LogGamma(count + (1 / _spread)) - RealFunctions.LogGamma(1 / _spread)
                - RealFunctions.LogGamma(count + 1) + (count * Math.Log(_spread * mean))
                - ((count + (1 / _spread)) * RealFunctions.Log1P(_spread * mean)),
        };
    }

    /// <summary>Searches the dispersion between e⁻³ and e² by the golden section.</summary>
    private static CountModel LikeliestDispersion(string kind, double[][] features, double[] counts, double[] start)
    {
        double low = -3, high = 2;
        (CountModel Model, double Likelihood) left = At(high - (GoldenSection * (high - low)));
        (CountModel Model, double Likelihood) right = At(low + (GoldenSection * (high - low)));
        for (int i = 0; i < Halvings; i++)
        {
            if (left.Likelihood > right.Likelihood)
            {
                high = low + (GoldenSection * (high - low));
                (left, right) = (At(high - (GoldenSection * (high - low))), left);
            }
            else
            {
                low = high - (GoldenSection * (high - low));
                (left, right) = (right, At(low + (GoldenSection * (high - low))));
            }
        }

        return left.Model;

        (CountModel Model, double Likelihood) At(double logarithm)
        {
            double alpha = Math.Exp(logarithm);
            string loss = string.Create(CultureInfo.InvariantCulture, $"negative-binomial:alpha={alpha:R}");
            CountModel model = new(kind, Newton(loss, features, counts, start), alpha);
            return (model, features.Zip(counts, model.LogProbability).Sum());
        }
    }

    /// <summary>Newton's method: each step is the least-squares fit of the loss's parabola at the last one.</summary>
    private static double[] Newton(string name, double[][] features, double[] targets, double[] start)
    {
        ISampleLoss loss = LossCatalogue.Create<ISampleLoss>(name);
        double[] coefficients = start, gradient = new double[targets.Length], curvature = new double[targets.Length];
        for (int step = 0; step < Steps; step++)
        {
            double[] raw = Array.ConvertAll(features, row => Dot(row, coefficients));
            loss.Evaluate(new LossBatch<double>
            {
                Predictions = raw,
                Targets = targets,
                Gradient = gradient,
                Curvature = curvature,
                Reduction = Reduction.Sum,
            });
            double[] wanted = [.. raw.Select((value, i) => value - (gradient[i] / curvature[i]))];
            double[] next = LeastSquares.Fit(features, wanted, curvature);
            bool isThere = next.Zip(coefficients).All(pair => Math.Abs(pair.First - pair.Second) < 1e-10);
            coefficients = next;
            if (isThere)
            {
                break;
            }
        }

        return coefficients;
    }

    /// <summary>What a normal distribution has within half a count of one; of the lowest, all below too.</summary>
    private static double NormalMass(double distance, double half, bool isLowest)
    {
        double above = 0.5 * RealFunctions.Erfc((distance - half) / Math.Sqrt(2));
        double beyond = 0.5 * RealFunctions.Erfc((distance + half) / Math.Sqrt(2));
        return isLowest ? 1 - beyond : above - beyond;
    }

    private static double Dot(double[] row, double[] coefficients)
    {
        double sum = 0;
        for (int i = 0; i < row.Length; i++)
        {
            sum += row[i] * coefficients[i];
        }

        return sum;
    }
}
