using PostmortemInsights.Classifying;

namespace PostmortemInsights.Tests.Classifying;

/// <summary>The classifier of the shipped corpus, trained once for all tests.</summary>
public sealed class ShippedClassifier
{
    internal static readonly TrainingCorpus Corpus = TrainingCorpus.At(Repository.Path("corpus"));

    public IncidentClassifier Classifier { get; } = IncidentClassifier.Train(Corpus.Read(Taxonomy.Default), Taxonomy.Default);
}
