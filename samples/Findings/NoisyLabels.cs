using Lossary.Data;
using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;
using Lossary.Training;

namespace Lossary.Samples;

/// <summary>Cross entropy learns wrong labels by heart; generalised cross entropy leaves most of them alone.</summary>
public static class NoisyLabels
{
    private const int TestPictures = 10_000;
    private static readonly string[] Losses = ["cross-entropy", "generalised-cross-entropy:q=0.7"];
    private static readonly (string Name, double Share)[] Rates = [("20 %", 0.2), ("40 %", 0.4), ("60 %", 0.6)];

    public static PublishedFinding Finding { get; } = new()
    {
        Name = "noise",
        Title = "Generalised cross entropy withstands wrong labels, cross entropy learns them by heart",
        Source = "Z. Zhang, M. R. Sabuncu, Generalized Cross Entropy Loss for Training Deep Neural Networks with "
            + "Noisy Labels, NeurIPS 2018, arXiv:1805.07836",
        Published = "On Fashion-MNIST, CIFAR-10 and CIFAR-100 with uniform label noise, q = 0.7 does better than "
            + "cross entropy, and the more so the more labels are wrong. The test accuracy of cross entropy rises "
            + "first and then falls as the network takes up wrong labels; that of generalised cross entropy stays.",
        Method = "10,000 pictures of Fashion-MNIST to learn from and 2,000 with equally wrong labels to choose the "
            + "best epoch, judged on the 10,000 test pictures with right labels; means of three seeds. The paper "
            + "has ResNet-18 on all pictures, with augmentation, SGD and 120 epochs; here a network of two "
            + "convolutions learns for 25 epochs of Adam, without augmentation. So the accuracies are lower, and "
            + "the fall of cross entropy is steeper.",
        Needs = FashionMnist.Package,
        Run = progress => Run(progress),
        Claims =
        [
            new(
                "At each rate of noise, generalised cross entropy is more accurate at its best epoch.",
                table => Rates.All(rate => Gap(table, rate.Name, "best") > 0)),
            new(
                "After the last epoch it is ahead by 5 points at least, and by more the more labels are wrong.",
                table => Gap(table, "20 %", "last") > 0.05
                    && Gap(table, "40 %", "last") > Gap(table, "20 %", "last")
                    && Gap(table, "60 %", "last") > Gap(table, "40 %", "last")),
            new(
                "From its best epoch to the last, cross entropy loses at least twice as much.",
                table => Rates.All(rate => Fall(table, rate.Name, "cross entropy")
                    > 2 * Fall(table, rate.Name, "generalised"))),
        ],
    };

    public static ResultTable Run(TextWriter progress, int pictures = 12_000, int epochs = 25, int seeds = 3)
    {
        ArgumentNullException.ThrowIfNull(progress);
        ImageSet training = FashionMnist.ReadTraining().Take(pictures);
        ImageSet test = FashionMnist.ReadTest().Take(TestPictures);
        List<(string Name, double[] Values)> rows = [];
        foreach ((string name, double share) in Rates)
        {
            double[] means = new double[2 * Losses.Length];
            for (ulong seed = 1; seed <= (ulong)seeds; seed++)
            {
                for (int i = 0; i < Losses.Length; i++)
                {
                    (double best, double last) = Train(training, test, Losses[i], share, epochs, seed);
                    means[i] += best / seeds;
                    means[i + Losses.Length] += last / seeds;
                    progress.WriteLine($"  {name} wrong, seed {seed}, {Losses[i]}: {best:F4} at best, {last:F4} at last");
                }
            }

            rows.Add((name, means));
        }

        return new ResultTable(
            "labels wrong",
            ["cross entropy, best", "generalised, best", "cross entropy, last", "generalised, last"],
            rows);
    }

    private static (double Best, double Last) Train(
        ImageSet training, ImageSet test, string loss, double noise, int epochs, ulong seed)
    {
        int[] labels = Mislabel(training.Classes, noise, new RandomStream(seed));
        float[] pixels = training.ToFeatures();
        int[] rows = [.. Enumerable.Range(0, training.Count)];
        int[] validation = rows[^(rows.Length / 6)..];
        float[] testPixels = test.ToFeatures();
        int[] testRows = [.. Enumerable.Range(0, test.Count)];
        Network<float> network = MakeNetwork(seed);
        TrainingData data = TrainingData.WithClasses(
            pixels, network.InputShape, labels, new Shape(1), rows[..^validation.Length]);
        double last = 0;
        int epoch = 0;
        Trainer.Fit(network, LossCatalogue.Create<IClassLoss>(loss), data, Errors, new TrainingOptions
        {
            MaxEpochs = epochs,
            BatchSize = 128,
            Seed = seed,
            CreateOptimizer = () => new Adam<float>(2e-3),
        });
        return (Forecast.Accuracy(network, testPixels, testRows, test.Classes), last);

        double Errors(Network<float> current)
        {
            epoch++;
            last = epoch == epochs ? Forecast.Accuracy(current, testPixels, testRows, test.Classes) : last;
            return 1 - Forecast.Accuracy(current, pixels, validation, labels);
        }
    }

    /// <summary>Each label becomes one of the other nine with the given probability.</summary>
    private static int[] Mislabel(int[] classes, double noise, RandomStream random) => Array.ConvertAll(
        classes,
        label => random.NextDouble() < noise
            ? (label + 1 + random.NextInt(FashionMnist.ClassNames.Count - 1)) % FashionMnist.ClassNames.Count
            : label);

    private static Network<float> MakeNetwork(ulong seed) => new(
        new Shape(28, 28, 1),
        [
            new Conv2d<float>(inputs: 1, outputs: 16, kernel: 3, Activation.Relu),
            new MaxPool<float>(2),
            new Conv2d<float>(inputs: 16, outputs: 32, kernel: 3, Activation.Relu),
            new MaxPool<float>(2),
            new Flatten<float>(),
            new Dense<float>(inputs: 5 * 5 * 32, outputs: 128, Activation.Relu),
            new Dense<float>(inputs: 128, outputs: FashionMnist.ClassNames.Count),
        ],
        seed);

    private static double Gap(ResultTable table, string rate, string epoch) =>
        table[rate, $"generalised, {epoch}"] - table[rate, $"cross entropy, {epoch}"];

    private static double Fall(ResultTable table, string rate, string loss) =>
        table[rate, $"{loss}, best"] - table[rate, $"{loss}, last"];
}
