using Lossary.Data;
using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Samples;

/// <summary>A table's rows, each foretold by a network that was trained on others: cross-validation.</summary>
internal sealed class HeldOut
{
    private const int Folds = 5;
    private const double ValidationShare = 0.15;

    private readonly Table _table;
    private readonly Target _target;
    private readonly RandomStream _random = new(seed: 1);

    public HeldOut(Table table, string target)
    {
        _table = table;
        _target = Target.Read(table, target);
        Targets = _target.Values.ToArray();
    }

    /// <summary>What is to be foretold, [n].</summary>
    public double[] Targets { get; }

    /// <summary>The classes, [n].</summary>
    public int[] Classes => _target.Classes.ToArray();

    /// <summary>
    /// The raw predictions, [n]; of numbers on the targets' own scale. The epoch is kept whose loss is least on a share
    /// of the training rows that are not trained on.
    /// </summary>
    /// <param name="loss">What is minimised.</param>
    /// <param name="hidden">The widths of the hidden layers; empty for a linear model.</param>
    /// <param name="epochs">How many at most.</param>
    public double[] Predict(ISampleLoss loss, int[] hidden, int epochs)
    {
        double[] predictions = new double[Targets.Length];
        foreach (Fold fold in Data.Folds.Repeated(_target, Folds, repeats: 1, _random.Split("folds")))
        {
            (int[] training, int[] validation) = Data.Folds.SplitValidation(
                _target, fold.Training, ValidationShare, _random.Split("validation").Split((ulong)fold.Index));
            (double shift, double unit) = _target.IsClass ? (0, 1) : Scale(training);
            FeatureEncoder encoder = FeatureEncoder.Fit(_table, _target.Name, _target.RowsAt(training));
            float[] features = encoder.Encode(_table, _target.Rows);
            float[] targets = Array.ConvertAll(Targets, target => (float)((target - shift) / unit));
            Network<float> network = Train(loss, features, encoder.Width, targets, training, validation, hidden, epochs);
            double[] raw = Forecast.Of(network, features, fold.Test);
            for (int i = 0; i < raw.Length; i++)
            {
                predictions[fold.Test[i]] = shift + (unit * raw[i]);
            }
        }

        return predictions;
    }

    private static Network<float> Train(
        ISampleLoss loss, float[] features, int width, float[] targets,
        int[] training, int[] validation, int[] hidden, int epochs)
    {
        Network<float> network = Network<float>.Perceptron(
            new PerceptronOptions { Inputs = width, Hidden = hidden, Seed = 1 });
        float[] wanted = [.. validation.Select(row => targets[row])];
        float[] outputs = new float[validation.Length];
        TrainingData data = TrainingData.WithTargets(features, width, targets, training);
        Trainer.Fit(network, loss, data, Score, new TrainingOptions
        {
            MaxEpochs = epochs,
            Patience = 15,
            CreateOptimizer = () => new Adam<float>(1e-3),
        });
        return network;

        double Score(Network<float> current)
        {
            current.Predict(features, validation, outputs);
            return loss.Evaluate(new LossBatch<float> { Predictions = outputs, Targets = wanted }).Mean;
        }
    }

    private (double Mean, double Deviation) Scale(int[] rows)
    {
        double mean = rows.Average(row => Targets[row]);
        return (mean, Math.Sqrt(rows.Average(row => (Targets[row] - mean) * (Targets[row] - mean))));
    }
}
