package dev.dialtone.aws;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.dialtone.testing.HouseRules;

@AnalyzeClasses(packages = "dev.dialtone.aws", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
  @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
}
