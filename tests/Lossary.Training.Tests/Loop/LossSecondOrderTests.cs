using Lossary.Losses;
using Lossary.Tensors;

namespace Lossary.Training.Tests;

/// <summary>Losses on a tape whose gradient is differentiated again.</summary>
public sealed class LossSecondOrderTests
{
    private readonly Tape<double> _tape = new();

    [Fact]
    public void Every_sample_loss_bends_as_it_evaluates_and_refuses_where_it_claims_nothing()
    {
        int count = 0;
        foreach (LossEntry entry in LossCatalogue.All)
        {
            if (entry.Create() is not ISampleLoss loss)
            {
                continue;
            }

            count++;
            double target = new[] { 1, 0.5, 2, 3 }.First(loss.Card.Target.Contains);
            double[] predictions = [.. new[] { 0.7, 0.3, 1.6, -0.4 }.Where(loss.Card.Prediction.Contains)];
            double[] targets = [.. predictions.Select(_ => target)], weights = [.. predictions.Select((_, i) => 0.5 + i)];
            double[] gradient = new double[predictions.Length], curvature = new double[predictions.Length];
            loss.Evaluate(new LossBatch<double>
            {
                Predictions = predictions,
                Targets = targets,
                Weights = weights,
                Gradient = gradient,
                Curvature = curvature,
            });
            Assert.Equal(SecondOrder.Exact, loss.Traits.SecondOrder);
            Assert.Equal(curvature, Bends(loss, predictions, targets, weights));
        }

        Assert.True(count > 50, "The catalogue has many sample losses.");
    }

    [Theory]
    [InlineData("squared")]
    [InlineData("binary-cross-entropy")]
    [InlineData("0.7*huber+0.5*log-cosh")]
    public void A_function_of_a_sample_loss_bends_by_the_chain_rule(string text)
    {
        ISampleLoss loss = LossCatalogue.Create<ISampleLoss>(text);
        double[] targets = [1, 0, 1, 1, 0], weights = [1, 2, 0, 0.5, 1];
        bool[] mask = [true, true, true, false, true];
        Check(new Shape(5, 1), input => _tape.Square(_tape.Loss(loss, input, targets, weights, out _, mask)));
    }

    [Theory]
    [InlineData("cross-entropy")]
    [InlineData("focal")]
    [InlineData("earth-movers")]
    [InlineData("0.7*cross-entropy+0.5*multi-class-brier")]
    public void A_function_of_a_class_loss_bends_by_the_chain_rule(string text)
    {
        IClassLoss loss = LossCatalogue.Create<IClassLoss>(text);
        int[] targets = [2, 0, 1, -100];
        double[] weights = [1, 3, 0.5, 2];
        bool[] mask = [true, true, false, true];
        Check(new Shape(4, 3), input => _tape.Square(_tape.Loss(loss, input, targets, weights, out _, mask)));
    }

    [Fact]
    public void A_class_loss_of_unknown_formula_refuses_by_name()
    {
        IClassLoss loss = new RecordingClassLoss();
        Tensor<double> scores = Tensor<double>.Variable(new Shape(2, 2), [0.3, -1.2, 2.1, -0.4]);
        Tensor<double> value = _tape.Loss(loss, scores, [0, 1], [], out _);
        NotSupportedException refusal = Assert.Throws<NotSupportedException>(() => _tape.Gradient(value, scores));
        Assert.Contains("ClassLoss cannot be differentiated twice: ", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>The diagonal of the Hessian, by a second walk backward.</summary>
    private double[] Bends(ISampleLoss loss, double[] predictions, double[] targets, double[] weights)
    {
        _tape.Reset();
        Tensor<double> input = Tensor<double>.Variable(new Shape(predictions.Length), predictions);
        Tensor<double> gradient = _tape.Gradient(_tape.Loss(loss, input, targets, weights, out _), input);
        _tape.Backward(_tape.Sum(gradient));
        return input.Gradient.ToArray();
    }

    /// <summary>A product of the Hessian against differences of the gradient, which is the fused one.</summary>
    private void Check(Shape shape, Func<Tensor<double>, Tensor<double>> objective)
    {
        double[] centre = [.. Enumerable.Range(0, shape.Length).Select(i => Math.Sin(2.3 * (i + 1)))];
        double[] direction = [.. Enumerable.Range(0, shape.Length).Select(i => Math.Cos(1.7 * (i + 1)))];
        Tensor<double> input = Tensor<double>.Variable(shape, centre);
        Tensor<double> gradient = _tape.Gradient(objective(input), input);
        _tape.Backward(_tape.Sum(_tape.Multiply(gradient, _tape.Constant(shape, direction))));
        double[] products = input.Gradient.ToArray(), sums = new double[shape.Length];
        foreach ((double at, double factor) in new[] { (1.0, 8.0), (-1, -8), (2, -1), (-2, 1) })
        {
            for (int i = 0; i < sums.Length; i++)
            {
                input.Values[i] = centre[i] + (at * 1e-3 * direction[i]);
            }

            _tape.Reset();
            input.ClearGradient();
            _tape.Backward(objective(input));
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += factor * input.Gradient[i] / 12e-3;
            }
        }

        for (int i = 0; i < sums.Length; i++)
        {
            Assert.Equal(sums[i], products[i], 1e-8);
        }
    }

    /// <summary>A loss from outside the library.</summary>
    private sealed class RecordingClassLoss : IClassLoss
    {
        private readonly IClassLoss _inner = LossCatalogue.Create<IClassLoss>("cross-entropy");

        public LossCard Card => _inner.Card;

        public LossTraits Traits => _inner.Traits;

        public string Name => _inner.Name;

        public Totals Evaluate(in ClassBatch<float> batch) => _inner.Evaluate(batch);

        public Totals Evaluate(in ClassBatch<double> batch) => _inner.Evaluate(batch);

        public LossPoint At(double x) => _inner.At(x);
    }
}
