using System.Globalization;

namespace Lossary.Losses.Tests;

/// <content>The catalogue knows the loss, and its card says what is so.</content>
public abstract partial class SampleLaws<TLoss>
{
    [Fact]
    public void Catalogue_makes_this_loss_from_its_name()
    {
        string arguments = string.Join(',', Card.Parameters.Zip(Parameters)
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.First.Name}={p.Second:R}")));
        foreach (string key in Card.Aliases.Prepend(Card.Key))
        {
            ISampleLoss loss = Assert.IsAssignableFrom<ISampleLoss>(
                LossCatalogue.Create(arguments.Length == 0 ? key : $"{key}:{arguments}"));
            Assert.Same(Card, loss.Card);
            foreach ((double x, double t) in Points().Take(20))
            {
                Assert.Equal(new LossPoint(Value(x, t), Slope(x, t), Curvature(x, t)).Slope, Slope(x, t));
                Close.Check(Value(x, t), loss.At(x, t).Value, 1e-13, 1e-15, $"{key} at ({x:R}, {t:R})");
            }

            Assert.Same(Card, LossCatalogue.Create(loss.Name).Card);
        }
    }

    [Fact]
    public void Parameters_out_of_range_are_refused_by_name()
    {
        LossEntry entry = LossCatalogue.Find(Card.Key);
        for (int k = 0; k < Card.Parameters.Count; k++)
        {
            ParameterCard parameter = Card.Parameters[k];
            Assert.True(
                parameter.Range.Contains(parameter.Default), $"the default of {parameter.Name} is out of range");
            foreach (double wrong in Outside(parameter.Range))
            {
                double[] values = [.. Parameters];
                values[k] = wrong;
                ArgumentOutOfRangeException refusal =
                    Assert.Throws<ArgumentOutOfRangeException>(() => entry.Create(values));
                Assert.Equal(parameter.Name, refusal.ParamName);
                Assert.Contains(parameter.Name, refusal.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Card_is_complete()
    {
        Assert.Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", Card.Key);
        Assert.All(Card.Aliases, alias => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", alias));
        Assert.EndsWith(".", Card.Use, StringComparison.Ordinal);
        Assert.Matches("(1[6-9]|20)[0-9][0-9]", Card.Reference);
        Assert.False(string.IsNullOrWhiteSpace(Card.Names.Chinese));
        Assert.Equal(IsForTraining, Card.Tasks != LossTask.None);
        Assert.Equal(Parameters.Count, Card.Parameters.Count);
        Assert.All(Card.Parameters, p => Assert.False(string.IsNullOrWhiteSpace(p.Meaning)));
        Assert.NotEqual("", LossCatalogue.Find(Card.Key).Formula);
    }

    [Fact]
    public void Parameters_with_a_unit_are_those_that_must_change_with_it()
    {
        const double Unit = 3.5;
        LossEntry entry = LossCatalogue.Find(Card.Key);
        ISampleLoss loss = (ISampleLoss)entry.Create([.. Parameters]);
        ISampleLoss scaled = (ISampleLoss)entry.InUnits(loss, Unit);
        if (Card.Link is not (Link.Identity or Link.Log) || Card.Prediction != Domain.Real)
        {
            Assert.All(Card.Parameters, parameter => Assert.Equal(0, parameter.UnitPower));
            return;
        }

        // Dividing prediction and target divides the loss by one number, if lengths are divided as well. Differences,
        // since losses drop terms of the target. A loss without parameters may have a fixed length, as log-cosh has.
        double Raw(double x) => Card.Link == Link.Log ? x - Math.Log(Unit) : x / Unit;
        double Here(double x, double t) => loss.At(x, t).Value - loss.At(1.1, t).Value;
        double There(double x, double t) => scaled.At(Raw(x), t / Unit).Value - scaled.At(Raw(1.1), t / Unit).Value;
        (double X, double T)[] points = [.. Points().Where(p => Math.Abs(p.Prediction) < 6 && Parameters.Count > 0)];
        double ratio = points.Sum(p => Math.Abs(Here(p.X, p.T))) / points.Sum(p => Math.Abs(There(p.X, p.T)));
        foreach ((double x, double t) in points)
        {
            double absolute = 1e-9 * (1 + Math.Abs(loss.At(x, t).Value));
            Close.Check(Here(x, t), ratio * There(x, t), 1e-9, absolute, $"at ({x:R}, {t:R})");
        }
    }

    [Fact]
    public void Targets_out_of_domain_are_refused_by_index()
    {
        ISampleLoss loss = (ISampleLoss)LossCatalogue.Find(Card.Key).Create([.. Parameters]);
        foreach (double wrong in Outside(Card.Target).Where(double.IsFinite))
        {
            SampleBatch<double> batch = SampleBatch<double>.Draw(Some, Card, seed: 10);
            batch.Targets[3] = wrong;
            ArgumentException refusal = Assert.Throws<ArgumentException>(() => loss.Evaluate(
                new LossBatch<double> { Predictions = batch.Predictions, Targets = batch.Targets }));
            Assert.Contains("targets[3]", refusal.Message, StringComparison.Ordinal);
            bool[] mask = [.. Enumerable.Range(0, Some).Select(i => i != 3)];
            Totals totals = loss.Evaluate(
                new LossBatch<double> { Predictions = batch.Predictions, Targets = batch.Targets, Mask = mask });
            Assert.True(double.IsFinite(totals.Sum));
        }
    }

    private static IEnumerable<double> Outside(Domain domain) =>
        new[]
        {
            double.NaN, double.NegativeInfinity, double.PositiveInfinity, domain.Low, domain.High,
            domain.Low - 1, domain.High + 1, 0,
        }.Where(x => !domain.Contains(x)).Distinct();
}
