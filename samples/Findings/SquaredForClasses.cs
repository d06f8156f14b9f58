using Lossary.Data;
using Lossary.Losses;
using Lossary.Tensors;
using Lossary.Training;

namespace Lossary.Samples;

/// <summary>Squared error tells classes apart as well as cross entropy, but not behind a stuck sigmoid.</summary>
public static class SquaredForClasses
{
    private const int Pixels = 64;
    private const int Classes = 10;
    private const int Held = 450;
    private const double FarOff = 8;

    public static PublishedFinding Finding { get; } = new()
    {
        Name = "squared",
        Title = "Squared error classifies as well as cross entropy, but not behind a saturated sigmoid",
        Source = "L. Hui, M. Belkin, Evaluation of Neural Architectures Trained with Square Loss vs Cross-Entropy "
            + "in Classification Tasks, ICLR 2021, arXiv:2006.07322; X. Glorot, Y. Bengio, Understanding the "
            + "Difficulty of Training Deep Feedforward Neural Networks, AISTATS 2010, section 4.1; M. Nielsen, "
            + "Neural Networks and Deep Learning, 2015, chapter 3",
        Published = "Over language, speech and vision, square loss on linear outputs, without softmax, does as "
            + "well as cross entropy or better, with a slight edge of cross entropy in vision. Squared error "
            + "behind a saturating output has plateaus that cross entropy has not: a sigmoid that starts sure and "
            + "wrong learns hardly at all, for its gradient contains its slope.",
        Method = "Digits of 8 x 8 pixels (sample digits8x8), 1,347 to learn from and 450 to be judged by; one "
            + "hidden layer of 64, Adam, 40 epochs, means of five seeds. Squared error is taken on linear outputs "
            + "and one-hot targets, and on sigmoid outputs (the Brier loss of a logit). A stuck start has output "
            + "biases of +8: each of the ten outputs says yes with certainty, of which nine are wrong; there "
            + "binary cross entropy of ten outputs stands beside it, and the optimizer is plain gradient descent, "
            + "for Adam divides by the gradient's size and so hides it.",
        Run = _ => Run(),
        Claims =
        [
            new("Squared error on linear outputs is within 1.5 points of cross entropy.", table =>
                Math.Abs(table["squared, linear outputs", "accuracy"] - table["cross entropy", "accuracy"]) < 0.015),
            new("So is squared error on sigmoids that start free.", table =>
                Math.Abs(table["squared, sigmoids", "accuracy"] - table["cross entropy", "accuracy"]) < 0.015),
            new("From a stuck start, squared error is still lost when cross entropy has learnt.", table =>
                table["stuck: squared, sigmoids", "accuracy"] < 0.5
                && table["stuck: binary cross entropy", "accuracy"] > 0.85),
            new("Its first gradient is a hundredth of cross entropy's, or less.", table =>
                table["stuck: squared, sigmoids", "first gradient"]
                    < table["stuck: binary cross entropy", "first gradient"] / 100),
        ],
    };

    public static ResultTable Run(int epochs = 40, int seeds = 5)
    {
        SampleSet set = SampleSets.Find("digits8x8");
        Table table = set.Read();
        Column[] columns = [.. table.Columns.Where(column => column.Name != set.Target)];
        float[] pixels = new float[table.RowCount * Pixels];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (float)(columns[i % Pixels].Numbers[i / Pixels] / 16);
        }

        Digits digits = new(pixels, Target.Read(table, set.Target).Classes.ToArray());
        return new ResultTable(
            "loss",
            ["accuracy", "after 5 epochs", "first gradient"],
            [
                ("cross entropy", Mean("cross-entropy", 0)),
                ("squared, linear outputs", Mean("squared", 0)),
                ("squared, sigmoids", Mean("brier", 0)),
                ("stuck: binary cross entropy", Mean("binary-cross-entropy", FarOff)),
                ("stuck: squared, sigmoids", Mean("brier", FarOff)),
            ]);

        double[] Mean(string loss, double bias)
        {
            double[] sum = new double[3];
            for (ulong seed = 1; seed <= (ulong)seeds; seed++)
            {
                double[] one = digits.Train(LossCatalogue.Create(loss), bias, epochs, seed);
                sum = [.. sum.Zip(one, (total, value) => total + (value / seeds))];
            }

            return sum;
        }
    }

    private sealed class Digits(float[] pixels, int[] classes)
    {
        private readonly float[] _oneHot =
            [.. classes.SelectMany(digit => Enumerable.Range(0, Classes).Select(output => output == digit ? 1f : 0f))];

        /// <summary>The accuracy at the end and after five epochs, and the gradient of the first epoch.</summary>
        public double[] Train(ILoss loss, double bias, int epochs, ulong seed)
        {
            int[] rows = [.. Enumerable.Range(0, classes.Length)];
            int[] held = rows[..Held];
            Network<float> network = Network<float>.Perceptron(new PerceptronOptions
            {
                Inputs = Pixels,
                Hidden = [64],
                Outputs = Classes,
                Seed = seed,
                OutputBias = [.. Enumerable.Repeat(bias, Classes)],
            });
            double early = 0;
            TrainingOptions options = new()
            {
                MaxEpochs = epochs,
                Seed = seed,
                CreateOptimizer = () => bias == 0 ? new Adam<float>(2e-3) : new Sgd<float>(0.5),
                Progress = epoch => early = epoch.Epoch == 5
                    ? Forecast.Accuracy(network, pixels, held, classes)
                    : early,
            };
            Shape digit = new(Pixels);
            TrainingResult result = loss is IClassLoss ofClasses
                ? Trainer.Fit(
                    network, ofClasses, TrainingData.WithClasses(pixels, Pixels, classes, rows[Held..]), null, options)
                : Trainer.Fit(
                    network, (ISampleLoss)loss,
                    TrainingData.WithTargets(pixels, digit, _oneHot, new Shape(Classes), rows[Held..]), null, options);
            return [Forecast.Accuracy(network, pixels, held, classes), early, result.History[0].GradientNorm];
        }
    }
}
