using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;
using Lossary.Training;

namespace Lossary.Repository.Tests;

/// <summary>The code of README.md, compiled. <see cref="ReadmeTests"/> runs it and holds the texts against each other.</summary>
internal static class ReadmeExamples
{
    public static void Mean()
    {
        #region Mean
        float[] predictions = [2.5f, 0.0f, 2.1f, 7.8f];
        float[] targets = [3.0f, -0.5f, 2.0f, 1.0f];
        float[] gradient = new float[4];

        double mean = new HuberLoss(1.35).Mean(predictions, targets, gradient);

        Console.WriteLine($"mean {mean:F4}");
        Console.WriteLine($"gradient {string.Join(" ", gradient.Select(slope => $"{slope:F4}"))}");
        #endregion
    }

    public static void AddingTotals()
    {
        #region AddingTotals
        Totals Evaluate(double[] predictions, double[] targets, double[] weights) =>
            new SquaredLoss().Evaluate(new LossBatch<double>
            {
                Predictions = predictions,
                Targets = targets,
                Weights = weights,
            });

        Totals first = Evaluate([1, 2], [0, 0], [1, 1]);
        Totals second = Evaluate([3], [0], [2]);

        Console.WriteLine($"{first.Mean} and {second.Mean} make {(first + second).Mean}");
        #endregion
    }

    public static void OwnLoss()
    {
        #region OwnLoss
        double[] stock = [90, 120];
        double[] demand = [100, 100];
        double[] gradient = new double[2];

        double mean = new ShortageLoss().Mean(stock, demand, gradient);

        Console.WriteLine($"mean {mean}, gradient {gradient[0]} {gradient[1]}");
        #endregion
    }

    public static void SeveralArrays()
    {
        #region SeveralArrays
        LossInputs<double> inputs = new()
        {
            ["anchor"] = Tensor<double>.Variable(new Shape(2, 2), [0, 0, 1, 1]),
            ["positive"] = new(new Shape(2, 2), new double[] { 3, 4, 1, 3 }),
            ["negative"] = new(new Shape(2, 2), new double[] { 4, 3, 3, 1 }),
        };

        double mean = new TripletLoss(margin: 1, power: 2, epsilon: 0, swap: 0).Evaluate(inputs).Mean;

        Console.WriteLine($"mean {mean}");
        Console.WriteLine($"gradient {string.Join(" ", inputs["anchor"].Gradient.ToArray().Select(slope => $"{slope:F2}"))}");
        #endregion
    }

    public static void Training()
    {
        #region Training
        // Images of 8 × 8 with a bright bar in some noise: does it lie (0) or stand (1)?
        RandomStream random = new(1);
        float[] images = new float[400 * 64];
        int[] classes = new int[400];
        random.FillNormal(images.AsSpan());
        for (int i = 0; i < 400; i++)
        {
            classes[i] = random.NextInt(2);
            int line = random.NextInt(8);
            for (int step = 0; step < 8; step++)
            {
                images[(i * 64) + (classes[i] == 0 ? (8 * line) + step : (8 * step) + line)] += 2.5f;
            }
        }

        Network<float> network = new(
            new Shape(8, 8, 1),
            [
                new Conv2d<float>(1, 8, 3, Activation.Relu),
                new MaxPool<float>(2),
                new Flatten<float>(),
                new Dense<float>(72, 2),
            ],
            seed: 1);
        TrainingData data = TrainingData.WithClasses(
            images, new Shape(8, 8, 1), classes, new Shape(1), [.. Enumerable.Range(0, 300)]);
        Trainer.Fit(network, LossCatalogue.Create<IClassLoss>("cross-entropy"), data, null, new TrainingOptions
        {
            MaxEpochs = 20,
            CreateOptimizer = () => new AdamW<float>(0.01),
        });

        float[] scores = network.Predict(images.AsSpan(300 * 64));
        int right = Enumerable.Range(0, 100).Count(i => (scores[(2 * i) + 1] > scores[2 * i] ? 1 : 0) == classes[300 + i]);
        Console.Write(network);
        Console.WriteLine(right >= 90 ? "at least 90 of 100 new images told apart" : "not learnt");
        #endregion
    }

    public static void ByName()
    {
        #region ByName
        ISampleLoss huber = LossCatalogue.Create<ISampleLoss>("huber:delta=1.35");

        LossPoint far = huber.At(prediction: 10, target: 0);

        Console.WriteLine($"{huber.Card.Title}: value {far.Value:F3}, slope {far.Slope}");
        #endregion
    }
}

#region ShortageLoss
public readonly struct ShortageLoss : IDistanceLoss<ShortageLoss>
{
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane> => TLane.WhereLess(r, 0, -3 * r, r);
}
#endregion
